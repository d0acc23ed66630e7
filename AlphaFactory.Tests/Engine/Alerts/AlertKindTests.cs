using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Kinds;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence.Reports;
using AlphaFactory.Tests.Engine.Trading.Evidence.Reports;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>What each kind of rule tells of a scene.</summary>
public sealed class AlertKindTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero); // a Wednesday, the exchange is open

    [Fact]
    public void Every_kind_says_what_it_tells_and_finds_nothing_in_an_empty_scene()
    {
        Assert.NotEmpty(AlertKindRegistry.Shipped().All);
        foreach (var kind in AlertKindRegistry.Shipped().All)
        {
            Assert.True(kind.About.Says.Length > 20, kind.Id);
            Assert.Empty(kind.Kind.Find(new AlertScene { Now = s_now }, kind.Parameters.Defaults()));
        }
    }

    [Fact]
    public void A_failed_job_is_told_once_each_time_it_fails()
    {
        var run = Run("abc", s_now.AddMinutes(-5));
        var fact = Assert.Single(Find("failed-job", new AlertScene { Now = s_now, FailedRuns = [run, Run("def", null)] }));
        Assert.Equal(("SMA crossover 20/50 on NOVA failed", "There are no bars.", AlertSeverity.Warning, "jobs?job=abc"), (fact.Title, fact.Text, fact.Severity, fact.Link));
        var again = Assert.Single(Find("failed-job", new AlertScene { Now = s_now, FailedRuns = [Run("abc", s_now)] }));
        Assert.NotEqual(fact.Id, again.Id);
        Assert.Equal(fact.Episode, again.Episode);
        Assert.Empty(Find("failed-job", new AlertScene { Now = s_now, FailedRuns = [run] }, ("studies", "studies")));
    }

    [Fact]
    public void A_report_is_told_once_and_again_when_another_deployment_was_judged()
    {
        var day = DayReportTests.Report();
        var week = day with { From = new(2024, 3, 4), To = new(2024, 3, 10) };
        var scene = new AlertScene { Now = s_now, Reports = [day, week, day with { Deployments = [] }] };
        var facts = Find("report", scene).ToList();
        Assert.Equal([("Day report: +$250.00", "journal/reports/2024-03-04"), ("Week report: +$250.00", "journal/reports/2024-03-04?span=week")], facts.Select(fact => (fact.Title, fact.Link!)));
        Assert.Equal(DayReportText.Write(day), facts[0].Text);
        Assert.Equal(day.Deployments[0].Days[0].JudgedAt, facts[0].At);
        Assert.Single(Find("report", scene, ("weeks", "false")));
        Assert.Empty(Find("report", scene, ("replays", "false")));

        var more = Assert.Single(Find("report", new AlertScene { Now = s_now, Reports = [day with { Deployments = [.. day.Deployments, .. day.Deployments] }] }));
        Assert.NotEqual(facts[0].Id, more.Id);
        Assert.Equal(facts[0].Episode, more.Episode);
    }

    [Fact]
    public void Bars_are_old_when_more_closed_sessions_are_missing_than_may_be()
    {
        // Closed by then: Tuesday 24th and Monday 23rd.
        Assert.Empty(Find("stale-data", Stored(new DateOnly(2026, 11, 24)), ("sessions", "0")));
        Assert.Empty(Find("stale-data", Stored(new DateOnly(2026, 11, 23)), ("sessions", "1")));
        var fact = Assert.Single(Find("stale-data", Stored(new DateOnly(2026, 11, 23)), ("sessions", "0")));
        Assert.Contains("NOVA", fact.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-23", fact.Text, StringComparison.Ordinal);
        Assert.Empty(Find("stale-data", Stored(new DateOnly(2026, 11, 20), synthetic: true), ("sessions", "0")));
        Assert.Empty(Find("stale-data", Stored(new DateOnly(2026, 11, 20), delisted: true), ("sessions", "0")));
    }

    [Fact]
    public void Events_of_the_desk_are_told_as_they_are_written_and_can_be_left_out_by_group()
    {
        StoredDeskEvent[] events =
        [
            Event(1, "filled", new DeskEvent.Filled("r", "x", 0, "NOVA", default, 10, 50m, 1m, "signal", 10)),
            Event(2, "rejected", new DeskEvent.Rejected("r", "NOVA", default, 10, "no money")),
            Event(3, "killed", new DeskEvent.Killed("anna", "wild", "page")),
            Event(4, "connection-lost", new DeskEvent.ConnectionLost("the line")),
        ];
        var scene = new AlertScene { Now = s_now, Events = events, Deployments = new Dictionary<string, string> { ["d1"] = "Crossover" } };
        Assert.Equal(["desk:2", "desk:3", "desk:4"], Find("trading", scene).Select(fact => fact.Id));
        Assert.Equal(["desk:1", "desk:3"], Find("trading", scene, ("fills", "true"), ("orders", "false"), ("connections", "false")).Select(fact => fact.Id));
        var killed = Find("trading", scene).Single(fact => fact.Id == "desk:3");
        Assert.Equal((AlertSeverity.Critical, "Crossover: event 3", "d1"), (killed.Severity, killed.Title, killed.Deployment));
        var named = scene with { Events = [events[2] with { Text = "Crossover: it failed.", MarketAt = new DateTimeOffset(2024, 12, 9, 21, 0, 0, TimeSpan.Zero) }] };
        Assert.Equal(("Crossover: it failed.", "By the clock of its market: 2024-12-09 16:00:00 ET."), (Find("trading", named).Single().Title, Find("trading", named).Single().Text));
        Assert.Equal(2, Find("trading", new AlertScene { Now = s_now, Events = [events[3], events[3] with { Id = 9 }] }).DistinctBy(fact => fact.Id).Count());
        Assert.Single(Find("trading", new AlertScene { Now = s_now, Events = [events[3], events[3] with { Id = 9 }] }).DistinctBy(fact => fact.Episode));
    }

    [Theory]
    [InlineData(-999, false)]
    [InlineData(-1000, true)]
    [InlineData(+5000, false)]
    public void A_loss_of_the_day_is_told_from_its_share_of_the_equity_before(double made, bool told)
    {
        var scene = Desk(Frame() with { Equity = 100_000m + (decimal)made, DayPnl = (decimal)made, Day = new DateOnly(2026, 11, 25) });
        Assert.Equal(told, Find("day-loss", scene, ("loss_pct", "1")).Any());
        Assert.Empty(Find("day-loss", Desk(Frame() with { Equity = null, DayPnl = -5000m, Day = new DateOnly(2026, 11, 25) })));
        Assert.Empty(Find("day-loss", Desk(Frame() with { IsRunning = false, Equity = 95_000m, DayPnl = -5000m, Day = new DateOnly(2026, 11, 25) })));
    }

    [Fact]
    public void A_drawdown_is_told_once_for_each_peak()
    {
        var low = Frame() with { Equity = 90_000m, Peak = 100_000m, Drawdown = -0.1 };
        var first = Assert.Single(Find("drawdown", Desk(low), ("fall_pct", "10")));
        Assert.Equal(first.Id, Assert.Single(Find("drawdown", Desk(low with { Equity = 85_000m, Drawdown = -0.15 }), ("fall_pct", "10"))).Id);
        Assert.NotEqual(first.Id, Assert.Single(Find("drawdown", Desk(low with { Peak = 120_000m, Drawdown = -0.25 }), ("fall_pct", "10"))).Id);
        Assert.Empty(Find("drawdown", Desk(low with { Drawdown = -0.0999 }), ("fall_pct", "10")));
    }

    [Fact]
    public void A_limit_is_near_from_its_share_and_an_unknown_use_says_nothing()
    {
        var frame = Frame() with { Day = new DateOnly(2026, 11, 25), Risk = [new RiskBar("day-loss", "Loss of the day", 0.018, 0.02, RuleUnit.Fraction, true), new RiskBar("leverage", "Leverage", null, 1, RuleUnit.Fraction, false)] };
        var fact = Assert.Single(Find("limit-near", Desk(frame), ("used_pct", "90")));
        Assert.Equal(("Crossover: 90% of Loss of the day used", "1.8% of 2.0%."), (fact.Title, fact.Text));
        Assert.Empty(Find("limit-near", Desk(frame), ("used_pct", "91")));
    }

    [Fact]
    public void A_market_is_silent_after_the_time_given_and_twice_its_own_period()
    {
        var frame = Frame() with { Heard = s_now.AddSeconds(-61), Period = 2.5 };
        Assert.Single(Find("silent-market", Desk(frame), ("seconds", "60")));
        Assert.Empty(Find("silent-market", Desk(frame with { Period = 31 }), ("seconds", "60")));
        Assert.Empty(Find("silent-market", Desk(frame with { Period = null }), ("seconds", "60")));
        Assert.Empty(Find("silent-market", Desk(frame with { Feed = frame.Feed with { IsFinished = true } }), ("seconds", "60")));
    }

    private static IEnumerable<AlertFact> Find(string kind, AlertScene scene, params (string Name, string Value)[] parameters)
    {
        var entry = AlertKindRegistry.Shipped().Find(kind)!;
        var parsed = entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Value), out var faults);
        Assert.Empty(faults);
        return entry.Kind.Find(scene, parsed!);
    }

    private static RunRecord Run(string id, DateTimeOffset? finished) => new()
    {
        Id = id, Spec = new RunSpec { Strategy = "sma-crossover", Symbol = "NOVA" }, Title = "SMA crossover 20/50", State = RunState.Failed, CreatedBy = "anna", CreatedAt = s_now.AddHours(-1), FinishedAt = finished, Error = "There are no bars.",
    };

    private static AlertScene Stored(DateOnly last, bool synthetic = false, bool delisted = false)
    {
        var at = new DateTimeOffset(last.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new AlertScene { Now = s_now, Series = [new SeriesCoverage(new SeriesKey("NOVA", BarInterval.Daily, "csv"), null, null, synthetic, 10, at.AddDays(-10), at, false, at) { DelistedOn = delisted ? last : null }] };
    }

    private static StoredDeskEvent Event(long id, string kind, DeskEvent happened) => new(id, "d1", null, s_now, kind, happened.Severity, $"event {id}", happened);

    private static AlertScene Desk(DeploymentFrame deployment) => new() { Now = s_now, Desk = DeskFrame.Empty(s_now, null) with { Node = "n", Deployments = [deployment] } };

    private static DeploymentFrame Frame() => new()
    {
        Id = "d1", Name = "Crossover", Mode = TradingMode.Simulated, State = DeploymentState.Running, Note = "", By = "anna", Version = 1, Strategy = "sma-crossover", Symbol = "NOVA", Capital = 100_000m, IsRunning = true,
        Feed = new FeedFrame { Words = "Replay", Speed = 60 },
    };
}
