using System.Security.Claims;
using AlphaFactory.Engine.Access;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Features.Indicators;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Indicators;

public sealed class PresetsModelTests : BunitContext
{
    private readonly Kept _settings = new();
    private readonly Toasts _toasts = new(TimeProvider.System);
    private readonly BunitAuthorizationContext _who;

    public PresetsModelTests()
    {
        _who = AddAuthorization();
        SignIn("anna");
    }

    [Fact]
    public async Task A_view_is_kept_renamed_deleted_and_brought_back()
    {
        var model = Model();
        await model.LoadAsync();
        await model.SaveAsync(" Trend ", "show=sma_200");
        await model.SaveAsync("Bands", "show=bb_upper_20_2");
        Assert.Equal(["Bands", "Trend"], model.All.Select(preset => preset.Name));

        await model.RenameAsync(model.All[1], "A trend");
        Assert.Equal([("A trend", "show=sma_200"), ("Bands", "show=bb_upper_20_2")], model.All.Select(preset => (preset.Name, preset.View)));

        int told = 0;
        await model.DeleteAsync(model.All[0], () => Task.FromResult(told++));
        Assert.Equal(["Bands"], model.All.Select(preset => preset.Name));
        await _toasts.Shown[^1].Undo!();
        Assert.Equal(["A trend", "Bands"], model.All.Select(preset => preset.Name));
        Assert.Equal(1, told);

        var later = Model();
        await later.LoadAsync();
        Assert.Equal(model.All, later.All);
    }

    [Fact]
    public async Task Nobody_sees_the_views_of_another()
    {
        var model = Model();
        await model.SaveAsync("Mine", "");
        SignIn("ben");
        var other = Model();
        await other.LoadAsync();
        Assert.Empty(other.All);
    }

    [Fact]
    public async Task A_name_is_asked_for_once_and_short()
    {
        var model = Model();
        await model.SaveAsync("Trend", "");
        Assert.NotNull(model.Fault("  "));
        Assert.Contains("already", model.Fault("trend")!, StringComparison.Ordinal);
        Assert.Contains("60", model.Fault(new string('x', 61))!, StringComparison.Ordinal);
        Assert.Null(model.Fault("TREND", model.All[0]));
        Assert.Null(model.Fault("Other"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_alone()
    {
        await _settings.WriteAsync("anna", "indicators.preset.1", "not json", CancellationToken.None);
        await _settings.WriteAsync("anna", "theme", "dark", CancellationToken.None);
        var model = Model();
        await model.LoadAsync();
        Assert.Empty(model.All);
        Assert.Equal(2, (await _settings.ReadAsync("anna", CancellationToken.None)).Count);
    }

    private void SignIn(string id) => _who.SetAuthorized(id).SetClaims(new Claim(ClaimTypes.NameIdentifier, id));

    private PresetsModel Model() => new(_settings, new CurrentUser(Services.GetRequiredService<AuthenticationStateProvider>(), Services.GetRequiredService<IAuthorizationService>()), _toasts);

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
