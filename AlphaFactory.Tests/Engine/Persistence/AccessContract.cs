using System.Text;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Owner, tokens, settings and audit log, whatever the database.</summary>
public abstract class AccessContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private readonly ManualClock _clock = new();

    private protected override TimeProvider Clock => _clock;

    private IApiTokenStore Tokens => Host.Get<IApiTokenStore>();

    [Fact]
    public async Task Of_twenty_attempts_at_once_one_creates_the_owner()
    {
        using var start = new ManualResetEventSlim();
        Task<SetupOutcome>[] attempts = [.. Enumerable.Range(0, 20).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.Wait();
                return KnockAsync($"owner{i}");
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap())];
        start.Set();
        SetupOutcome[] outcomes = await Task.WhenAll(attempts);

        Assert.Single(outcomes, outcome => outcome == SetupOutcome.Created);
        Assert.Equal(19, outcomes.Count(outcome => outcome == SetupOutcome.Closed));
        Assert.Equal(1, await UsersAsync());
        Assert.Equal(SetupOutcome.Closed, await KnockAsync("late"));
    }

    [Fact]
    public async Task A_refused_owner_leaves_the_gate_open()
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        Assert.Equal(SetupOutcome.Refused, await scope.ServiceProvider.GetRequiredService<ISetupGate>().CreateOwnerAsync(_ => Task.FromResult(false), None));
        Assert.True(await IsOpenAsync());
        Assert.Equal(SetupOutcome.Created, await KnockAsync("owner"));
        Assert.False(await IsOpenAsync());
    }

    [Fact]
    public async Task The_gate_stays_closed_when_the_only_user_is_removed()
    {
        await KnockAsync("owner");
        await using (AsyncServiceScope scope = Host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Users.ExecuteDeleteAsync(None);
        }

        Assert.False(await IsOpenAsync());
        Assert.Equal(SetupOutcome.Closed, await KnockAsync("intruder"));
    }

    [Fact]
    public async Task A_token_is_found_by_its_text_and_nothing_near_it()
    {
        NewApiToken made = await Tokens.CreateAsync("notebook", ApiTokenScope.Run, "anna", null, None);
        ApiToken found = (await Tokens.FindByTokenAsync(made.Plain, None))!;
        Assert.Equal((made.Token.Id, "notebook", ApiTokenScope.Run, "anna"), (found.Id, found.Name, found.Scope, found.Owner));
        Assert.NotNull(found.LastUsedAt);
        string[] near = ["", "af", "af__", made.Plain[..^1], made.Plain + "A", made.Plain[..^1] + (made.Plain[^1] == 'A' ? 'B' : 'A'), made.Plain.ToUpperInvariant()];
        Assert.All(await Task.WhenAll(near.Select(text => Tokens.FindByTokenAsync(text, None))), Assert.Null);
    }

    [Fact]
    public async Task The_secret_of_a_token_is_not_stored()
    {
        NewApiToken made = await Tokens.CreateAsync("notebook", ApiTokenScope.Read, "anna", null, None);
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        byte[] hash = (await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().ApiTokens.SingleAsync(None)).SecretHash;
        Assert.Equal(32, hash.Length);
        Assert.DoesNotContain(made.Plain[^20..], Encoding.Latin1.GetString(hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_or_expired_token_opens_nothing()
    {
        NewApiToken revoked = await Tokens.CreateAsync("old", ApiTokenScope.Admin, "anna", null, None);
        Assert.True(await Tokens.RevokeAsync(revoked.Token.Id, None));
        Assert.False(await Tokens.RevokeAsync(revoked.Token.Id, None));
        Assert.Null(await Tokens.FindByTokenAsync(revoked.Plain, None));

        DateTimeOffset soon = _clock.GetUtcNow().AddDays(1);
        NewApiToken brief = await Tokens.CreateAsync("brief", ApiTokenScope.Read, "anna", soon, None);
        Assert.NotNull(await Tokens.FindByTokenAsync(brief.Plain, None));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Tokens.FindByTokenAsync(brief.Plain, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Tokens.CreateAsync("past", ApiTokenScope.Read, "anna", soon, None));
        Assert.Equal(["brief", "old"], (await Tokens.ListAsync(None)).Select(token => token.Name).Order());
    }

    [Fact]
    public async Task The_audit_log_is_listed_newest_first()
    {
        IAuditLog log = Host.Get<IAuditLog>();
        await log.AppendAsync("anna", "run-deleted", "abc", null, None);
        await log.AppendAsync("ben", "token-created", "notebook", "scope run", None);
        Assert.Equal(["token-created", "run-deleted"], (await log.ListAsync(new AuditQuery(), None)).Select(entry => entry.Action));
        Assert.Equal("abc", Assert.Single(await log.ListAsync(new AuditQuery(Who: "anna"), None)).Subject);
        Assert.Empty(await log.ListAsync(new AuditQuery(Skip: 2), None));
    }

    [Fact]
    public async Task A_setting_of_a_user_is_replaced_and_removed()
    {
        await KnockAsync("owner");
        IUserSettings settings = Host.Get<IUserSettings>();
        await settings.WriteAsync("owner", "theme", "dark", None);
        await settings.WriteAsync("owner", "theme", "light", None);
        Assert.Equal("light", (await settings.ReadAsync("owner", None))["theme"]);
        await settings.WriteAsync("owner", "theme", null, None);
        Assert.Empty(await settings.ReadAsync("owner", None));
    }

    [Fact]
    public async Task Strategies_are_noted_once_however_often_the_program_starts()
    {
        IHostedService[] hosts = [.. Host.Services.GetServices<IHostedService>().Where(host => host is IStrategyVersions)];
        await Assert.Single(hosts).StartAsync(None);
        IReadOnlyList<StrategyVersion> first = await Host.Get<IStrategyVersions>().ListAsync(None);
        await hosts[0].StartAsync(None);
        Assert.Equal(first, await Host.Get<IStrategyVersions>().ListAsync(None));
        Assert.Contains(first, strategy => strategy is { Id: "buy-and-hold", Version: 1, IsCurrent: true });
    }

    private async Task<SetupOutcome> KnockAsync(string name)
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        AlphaFactoryContext context = scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>();
        return await scope.ServiceProvider.GetRequiredService<ISetupGate>().CreateOwnerAsync(
            async stop =>
            {
                context.Users.Add(new AlphaFactoryUser { Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name });
                await context.SaveChangesAsync(stop);
                return true;
            },
            None);
    }

    private async Task<bool> IsOpenAsync()
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISetupGate>().IsOpenAsync(None);
    }

    private async Task<int> UsersAsync()
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Users.CountAsync(None);
    }
}

public sealed class SqliteAccessTests() : AccessContract(null);

public sealed class PostgresAccessTests(PostgresFixture postgres) : AccessContract(postgres);
