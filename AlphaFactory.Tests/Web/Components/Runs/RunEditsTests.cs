using System.Security.Claims;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Runs;

public sealed class RunEditsTests
{
    [Fact]
    public async Task What_is_deleted_or_archived_comes_back_by_undo_and_the_log_says_who_deleted()
    {
        await using EngineHost host = await EngineHost.MigratedAsync(null);
        IRunStore store = host.Get<IRunStore>();
        using var toasts = new Toasts(TimeProvider.System);
        var edits = new RunEdits(store, host.Get<IAuditLog>(), new CurrentUser(new Anna(), Authorization()), toasts);
        RunRecord[] runs = [await CreateAsync(store, "one"), await CreateAsync(store, "two")];
        int read = 0;

        await edits.DeleteAsync(runs, CountAsync);
        Assert.Equal((0, 2), (await store.CountAsync(new RunQuery([]), None), await store.CountAsync(new RunQuery([], Deleted: true), None)));
        Toast toast = Assert.Single(toasts.Shown);
        Assert.Equal("2 runs deleted", toast.Title);
        await toast.Undo!();
        Assert.Equal((2, 1), (await store.CountAsync(new RunQuery([]), None), read));
        Assert.Equal(["run-deleted", "run-deleted", "run-restored", "run-restored"], (await host.Get<IAuditLog>().ListAsync(new AuditQuery(Who: "Anna"), None)).Select(entry => entry.Action).Order());

        await edits.ArchiveAsync([runs[0]], CountAsync);
        Assert.Equal(1, await store.CountAsync(new RunQuery([], Archived: false), None));
        await toasts.Shown[^1].Undo!();
        Assert.Equal((2, 2), (await store.CountAsync(new RunQuery([], Archived: false), None), read));

        Task CountAsync()
        {
            read++;
            return Task.CompletedTask;
        }
    }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static Task<RunRecord> CreateAsync(IRunStore store, string title) => store.CreateAsync(new RunSpec { Strategy = "sma-crossover", Symbol = "AAPL" }, title, "anna", false, None);

    private static IAuthorizationService Authorization() => new ServiceCollection().AddLogging().AddAuthorizationCore().BuildServiceProvider().GetRequiredService<IAuthorizationService>();

    private sealed class Anna : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Anna")], "test"))));
    }
}
