using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Ladder;
using AlphaFactory.Engine.Trading.Evidence.Reports;
using AlphaFactory.Tests.Engine.Trading.Evidence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>An evening from the journal in the database to the report, whatever the database.</summary>
public abstract class ShadowContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private IShadow Shadow => Host.Get<IShadow>();

    [Fact]
    public async Task Every_day_that_is_over_is_judged_once_and_reported()
    {
        var (deployment, played) = await TradedAsync();
        int days = played.Bars.Count;
        Assert.Equal(days, await Shadow.JudgeDueAsync(None));
        Assert.Equal(0, await Shadow.JudgeDueAsync(None));
        var kept = await Host.Get<IEvidenceStore>().DaysAsync(deployment.Id, None);
        Assert.Equal(days, kept.Count);
        Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.Equal(pair.First.Equity, pair.Second.EquityBefore));
        var tracking = Tracking.Of(kept.SelectMany(day => day.Rows));
        Assert.True(tracking is { Passes: true, Trades: > 20 }, tracking.ToString());
        Assert.All(kept, day => Assert.False(day.IsForward));

        var last = kept.Last(day => day.Rows.Count > 0);
        var reports = Host.Get<IDayReports>();
        var report = await reports.OfDayAsync(last.Day, None);
        Assert.Equal(last.ProfitAndLoss, report.ProfitAndLoss, 9);
        Assert.Equal(1, report.Trades);
        Assert.True(Assert.Single(report.Deployments).IsExercise);
        var week = await reports.OfWeekAsync(last.Day, None);
        Assert.Equal(DayOfWeek.Monday, week.From.DayOfWeek);
        Assert.InRange(week.Deployments[0].Days.Count, 2, 5);
        Assert.Equal(kept[^1].Day, Assert.Single(await reports.NewestAsync(1, None)));
    }

    [Fact]
    public async Task Asked_for_it_answers_at_once_or_says_why_not()
    {
        var (deployment, played) = await TradedAsync();
        var judged = Assert.IsType<ShadowAnswer.Judged>(await Shadow.JudgeAsync(deployment.Id, None));
        Assert.Equal((played.Bars.Count, played.Bars.Count), (judged.NewDays, judged.Outcome.Bars.Count));
        Assert.Contains("no deployment", Assert.IsType<ShadowAnswer.Nothing>(await Shadow.JudgeAsync("nobody", None)).Words, StringComparison.Ordinal);
        var idle = Assert.IsType<DeployOutcome.Done>(await Host.Get<IDeployments>().CreateAsync(StoredShadow.Wanted with { Name = "Idle" }, "anna", None)).Deployment;
        Assert.Contains("has not seen a bar", Assert.IsType<ShadowAnswer.Nothing>(await Shadow.JudgeAsync(idle.Id, None)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_without_a_backtest_stands_on_the_first_rung_and_says_what_is_missing()
    {
        var (deployment, _) = await TradedAsync();
        await Shadow.JudgeDueAsync(None);
        var ladder = Host.Get<ILadder>();
        var state = (await ladder.OfDeploymentAsync(deployment.Id, None))!;
        Assert.Equal(LadderStage.Draft, state.Stage);
        var forward = state.Gates.Single(gate => gate.Stage == LadderStage.Paper);
        Assert.Equal((false, 0.0), (forward.Passes, forward.Value.Value!.Value));
        Assert.Equal(state.Stage, (await ladder.OfStrategyAsync("sma-crossover", None)).Stage);
        Assert.Null(await ladder.OfDeploymentAsync("nobody", None));
    }

    private Task<(Deployment Deployment, ShadowCase Played)> TradedAsync() => StoredShadow.WriteAsync(Host);
}

public sealed class SqliteShadowTests() : ShadowContract(null);

public sealed class PostgresShadowTests(PostgresFixture postgres) : ShadowContract(postgres);
