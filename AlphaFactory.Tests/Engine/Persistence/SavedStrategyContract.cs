using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Saved strategies and their versions, whatever the database.</summary>
public abstract class SavedStrategyContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private const string Rules = "buy when rsi(14) < 30 and close > sma(200)\nsell when rsi(14) > 70";

    private ISavedStrategies Saved => Host.Get<ISavedStrategies>();

    private StrategyCatalog Catalog => Host.Get<StrategyCatalog>();

    [Fact]
    public async Task A_saved_strategy_is_found_like_one_in_code()
    {
        var saved = await SaveAsync("Dip buyer", "buy when rsi < 30 and close > sma_200 sell when rsi > 70");
        Assert.Equal(("dip-buyer", 1, "Dip buyer", Rules, true, "mira"), (saved.Id, saved.Version, saved.Name, saved.Rules, saved.IsCurrent, saved.CreatedBy));
        Assert.True(saved.IsChecked, saved.Check);
        Assert.StartsWith("It does not look ahead", saved.Check, StringComparison.Ordinal);
        Assert.Null(Catalog.Find("dip-buyer"));
        await Catalog.RefreshAsync(None);
        Assert.Equal("dip-buyer@1", Catalog.Find("dip-buyer")!.Reference);
        Assert.Contains(Catalog.All, entry => entry.Id == "dip-buyer");
        Assert.Contains(Catalog.All, entry => entry.Id == "sma-crossover");
        Assert.Contains("Did you mean \"dip-buyer\"?", Catalog.Miss("dip-bayer"), StringComparison.Ordinal);
        Assert.Contains("has the versions 1.", Catalog.Miss("dip-buyer@7"), StringComparison.Ordinal);
        Assert.Equal(["strategy-saved"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(Who: "mira"), None)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_change_makes_a_version_and_the_old_one_can_still_be_run()
    {
        await SaveAsync("Dip buyer", Rules);
        var second = Assert.IsType<StrategySaved>(await Saved.SaveAsync(new SaveRequest("dip-buyer", 1, "", Rules.Replace("30", "25", StringComparison.Ordinal)), "mira", None));
        Assert.True(second is { IsNew: true, Strategy.Version: 2 });
        var same = Assert.IsType<StrategySaved>(await Saved.SaveAsync(new SaveRequest("dip-buyer", 2, "", second.Strategy.Rules), "mira", None));
        Assert.True(same is { IsNew: false, Strategy.Version: 2 });
        Assert.Equal([(2, true), (1, false)], (await Saved.HistoryAsync("dip-buyer", None)).Select(version => (version.Version, version.IsCurrent)));
        await Catalog.RefreshAsync(None);
        var validator = Host.Get<RunSpecValidator>();
        var current = validator.Resolve(new RunSpec { Strategy = "dip-buyer", Symbol = "X" });
        var old = validator.Resolve(new RunSpec { Strategy = "dip-buyer@1", Symbol = "X" });
        Assert.Equal(("dip-buyer@2", "dip-buyer@1"), (current.Strategy, old.Strategy));
        Assert.Contains("rsi(14) < 25", current.Rules, StringComparison.Ordinal);
        Assert.Equal(Rules, old.Rules);
        Assert.Contains("There is no version \"dip-buyer@3\"", Assert.Single(validator.Faults(new RunSpec { Strategy = "dip-buyer@3", Symbol = "X" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_an_old_version_overwrites_nothing()
    {
        await SaveAsync("Dip buyer", Rules);
        await Saved.SaveAsync(new SaveRequest("dip-buyer", 1, "", "buy when close > open"), "tom", None);
        var outcome = Assert.IsType<SaveOvertaken>(await Saved.SaveAsync(new SaveRequest("dip-buyer", 1, "", "buy when close < open"), "mira", None));
        Assert.Contains("tom saved version 2 of Dip buyer in the meantime", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_ten_who_save_a_version_at_once_one_succeeds()
    {
        await SaveAsync("Dip buyer", Rules);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Saved.SaveAsync(new SaveRequest("dip-buyer", 1, "", $"buy when close > {i}"), $"user{i}", None))));
        Assert.Single(outcomes.OfType<StrategySaved>());
        Assert.Equal(9, outcomes.OfType<SaveOvertaken>().Count());
        var history = await Saved.HistoryAsync("dip-buyer", None);
        Assert.Equal([2, 1], history.Select(version => version.Version));
        Assert.Single(history, version => version.IsCurrent);
    }

    [Fact]
    public async Task A_name_may_change_and_the_id_stays()
    {
        await SaveAsync("Dip buyer", Rules);
        Assert.Null(await Saved.RenameAsync("dip-buyer", " Patient buyer ", "mira", None));
        Assert.Equal("Patient buyer", Assert.Single(await Saved.HistoryAsync("dip-buyer", None)).Name);
        Assert.Contains("The name is empty", await Saved.RenameAsync("dip-buyer", "  ", "mira", None), StringComparison.Ordinal);
        Assert.Contains("There is no saved strategy", await Saved.RenameAsync("sma-crossover", "Mine", "mira", None), StringComparison.Ordinal);
        await Catalog.RefreshAsync(None);
        Assert.Equal("Patient buyer", Catalog.Find("dip-buyer")!.Name);
    }

    [Fact]
    public async Task Deleting_hides_and_can_be_undone()
    {
        await SaveAsync("Dip buyer", Rules);
        await Saved.DeleteAsync("dip-buyer", "mira", None);
        await Catalog.RefreshAsync(None);
        Assert.Null(Catalog.Find("dip-buyer"));
        Assert.Empty(await Saved.HistoryAsync("dip-buyer", None));
        Assert.Contains("A deleted strategy has the id", Refused(await Saved.SaveAsync(New("Dip buyer", Rules), "mira", None)), StringComparison.Ordinal);
        await Saved.UndeleteAsync("dip-buyer", "mira", None);
        await Catalog.RefreshAsync(None);
        Assert.NotNull(Catalog.Find("dip-buyer"));
    }

    [Theory]
    [InlineData("SMA crossover", Rules, "ships with the program")]
    [InlineData("Rules", Rules, "ships with the program")]
    [InlineData("", Rules, "The name is empty")]
    [InlineData("123", Rules, "holds no letter")]
    [InlineData("Mine", "buy when rsii(14) < 30", "rules, line 1, column 10")]
    [InlineData("Mine", "buy when close > open with stop_pct 500", "stop_pct is 500 but must be")]
    [InlineData("Mine", "buy when close > open with symbol AAPL", "is no setting of stops, targets or size")]
    public async Task What_cannot_be_used_is_not_saved(string name, string rules, string words) =>
        Assert.Contains(words, Refused(await Saved.SaveAsync(New(name, rules), "mira", None)), StringComparison.Ordinal);

    [Fact]
    public async Task A_second_strategy_of_the_same_name_is_refused()
    {
        await SaveAsync("Dip buyer", Rules);
        Assert.Contains("There is a strategy \"dip-buyer\" already", Refused(await Saved.SaveAsync(New("dip  BUYER", Rules), "mira", None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_version_of_a_strategy_counts_as_a_try_of_it()
    {
        await SaveAsync("Dip buyer", Rules);
        await Catalog.RefreshAsync(None);
        var runs = Host.Get<IRunStore>();
        foreach (string reference in (string[])["dip-buyer@1", "dip-buyer@2"])
        {
            var run = await runs.CreateAsync(new RunSpec { Strategy = reference, Symbol = "X" }, "Dip buyer", "mira", false, None);
            await runs.TryStartAsync(run.Id, "node", None);
        }

        Assert.Equal(2, await runs.CountTrialsAsync("dip-buyer@2", None));
        Assert.Equal(2, (await runs.ListAsync(new RunQuery([], "dip-buyer"), None)).Count);
    }

    [Fact]
    public async Task Registered_strategies_keep_their_versions_beside_the_saved_ones()
    {
        await SaveAsync("Dip buyer", Rules);
        foreach (var service in Host.Services.GetServices<IHostedService>().Where(service => service is IStrategyVersions))
        {
            await service.StartAsync(None);
        }

        var versions = await Host.Get<IStrategyVersions>().ListAsync(None);
        Assert.Contains(versions, version => version.Id == "dip-buyer");
        Assert.Contains(versions, version => version.Id == "sma-crossover");
        Assert.Equal(["dip-buyer"], (await Saved.ListAsync(None)).Select(strategy => strategy.Id));
    }

    [Fact]
    public async Task What_is_too_slow_for_the_check_is_saved_and_said_to_be_unchecked()
    {
        var saved = await SaveAsync("Slow", "buy when close > sma(5000)");
        Assert.False(saved.IsChecked);
        Assert.StartsWith("Not checked for look-ahead", saved.Check, StringComparison.Ordinal);
        Assert.False(Assert.Single(await Saved.HistoryAsync("slow", None)).IsChecked);
    }

    private static SaveRequest New(string name, string rules) => new(null, null, name, rules);

    private static string Refused(SaveOutcome outcome) => string.Join(" ", Assert.IsType<SaveRefused>(outcome).Faults);

    private async Task<SavedStrategy> SaveAsync(string name, string rules) => Assert.IsType<StrategySaved>(await Saved.SaveAsync(New(name, rules), "mira", None)).Strategy;
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSavedStrategyTests() : SavedStrategyContract(null);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresSavedStrategyTests(PostgresFixture postgres) : SavedStrategyContract(postgres);
