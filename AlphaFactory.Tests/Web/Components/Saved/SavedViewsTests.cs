using System.Security.Claims;
using AlphaFactory.Engine.Access;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Saved;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Saved;

public sealed class SavedViewsTests : BunitContext
{
    private readonly Kept _settings = new();
    private readonly Toasts _toasts = new(TimeProvider.System);
    private readonly BunitAuthorizationContext _who;

    public SavedViewsTests()
    {
        _who = AddAuthorization();
        SignIn("anna");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_view_is_kept_renamed_deleted_and_brought_back(string noun)
    {
        var kind = Kind(noun);
        var views = Views();
        await views.SaveAsync(kind, " Trend ", "show=sma_200");
        await views.SaveAsync(kind, "Bands", "show=bb_upper_20_2");
        Assert.Equal(["Bands", "Trend"], await NamesAsync(views, kind));

        await views.RenameAsync(kind, (await views.ListAsync(kind))[1], "A trend");
        var all = await views.ListAsync(kind);
        Assert.Equal([("A trend", "show=sma_200"), ("Bands", "show=bb_upper_20_2")], all.Select(view => (view.Name, view.Query)));

        int told = 0;
        await views.DeleteAsync(kind, all[0], () => Task.FromResult(told++));
        Assert.Equal(["Bands"], await NamesAsync(views, kind));
        await _toasts.Shown[^1].Undo!();
        Assert.Equal(all, await Views().ListAsync(kind));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Kinds_and_people_do_not_see_each_other()
    {
        var views = Views();
        await views.SaveAsync(SavedViewKind.Presets, "Mine", "");
        Assert.Empty(await views.ListAsync(SavedViewKind.Screens));
        Assert.Empty(await views.ListAsync(SavedViewKind.Comparisons));
        SignIn("ben");
        Assert.Empty(await Views().ListAsync(SavedViewKind.Presets));
    }

    [Fact]
    public async Task A_name_is_asked_for_once_and_short()
    {
        var kind = SavedViewKind.Comparisons;
        var views = Views();
        await views.SaveAsync(kind, "Trend", "");
        var all = await views.ListAsync(kind);
        Assert.NotNull(SavedViews.Fault(kind, "  ", all));
        Assert.Contains("comparison \"trend\" already", SavedViews.Fault(kind, "trend", all)!, StringComparison.Ordinal);
        Assert.Contains("60", SavedViews.Fault(kind, new string('x', 61), all)!, StringComparison.Ordinal);
        Assert.Null(SavedViews.Fault(kind, "TREND", all, all[0]));
        Assert.Null(SavedViews.Fault(kind, "Other", all));
    }

    [Fact]
    public async Task Screens_of_the_earlier_form_are_still_there_and_take_the_new_one_when_renamed()
    {
        await _settings.WriteAsync("anna", "screen:Uptrends", "where=close", CancellationToken.None);
        var views = Views();
        var old = Assert.Single(await views.ListAsync(SavedViewKind.Screens));
        Assert.Equal(("Uptrends", "where=close"), (old.Name, old.Query));
        await views.RenameAsync(SavedViewKind.Screens, old, "Rising");
        var renamed = Assert.Single(await views.ListAsync(SavedViewKind.Screens));
        Assert.Equal(("Rising", "where=close"), (renamed.Name, renamed.Query));
        Assert.StartsWith(SavedViewKind.Screens.Prefix, renamed.Key, StringComparison.Ordinal);
        Assert.DoesNotContain("screen:Uptrends", (await _settings.ReadAsync("anna", CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_alone()
    {
        await _settings.WriteAsync("anna", "indicators.preset.1", "not json", CancellationToken.None);
        await _settings.WriteAsync("anna", "theme", "dark", CancellationToken.None);
        Assert.Empty(await Views().ListAsync(SavedViewKind.Presets));
        Assert.Equal(2, (await _settings.ReadAsync("anna", CancellationToken.None)).Count);
    }

    public static TheoryData<string> Kinds() => new("preset", "screen", "comparison");

    private static SavedViewKind Kind(string noun) => new[] { SavedViewKind.Presets, SavedViewKind.Screens, SavedViewKind.Comparisons }.Single(kind => kind.Noun == noun);

    private static async Task<string[]> NamesAsync(SavedViews views, SavedViewKind kind) => [.. (await views.ListAsync(kind)).Select(view => view.Name)];

    private void SignIn(string id) => _who.SetAuthorized(id).SetClaims(new Claim(ClaimTypes.NameIdentifier, id));

    private SavedViews Views() => new(_settings, new CurrentUser(Services.GetRequiredService<AuthenticationStateProvider>(), Services.GetRequiredService<IAuthorizationService>()), _toasts);

    private sealed class Kept : IUserSettings
    {
        private readonly Dictionary<(string User, string Key), string> _values = [];

        public Task<IReadOnlyDictionary<string, string>> ReadAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(_values.Where(pair => pair.Key.User == userId).ToDictionary(pair => pair.Key.Key, pair => pair.Value));

        public Task WriteAsync(string userId, string key, string? value, CancellationToken cancellationToken)
        {
            if (value is null)
            {
                _values.Remove((userId, key));
            }
            else
            {
                _values[(userId, key)] = value;
            }

            return Task.CompletedTask;
        }
    }
}
