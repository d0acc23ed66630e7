using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Ladder;

namespace AlphaFactory.Tests.Engine.Trading.Evidence.Ladder;

public sealed class PromotionLadderTests
{
    private static readonly DateOnly s_first = new(2024, 1, 2);
    private static readonly PromotionLadder s_ladder = new(StatisticRegistry.Shipped());

    public static TheoryData<string, double> OneFigureOff => new() { { "sharpe", 1.5 }, { "max_drawdown", -0.15 }, { "win_rate", 0.39 }, { "profit_factor", 1.29 } };

    [Fact]
    public void Without_evidence_it_is_a_draft_and_every_gate_says_what_is_missing()
    {
        var state = s_ladder.Judge(new LadderEvidence { Name = "x" });
        Assert.Equal(LadderStage.Draft, state.Stage);
        Assert.All(state.Gates, gate => Assert.True(gate is { Passes: false, Value.Value: null, Value.Reason.Length: > 0, Missing.Length: > 0 }, gate.Id));
        Assert.Equal(state.Gates.Count, state.Gates.Select(gate => (gate.Stage, gate.Id)).Distinct().Count());
        Assert.Equal(["trades", "leak-free"], state.Ahead.Select(gate => gate.Id));
    }

    [Fact]
    public void Each_stage_is_reached_with_its_evidence_and_not_without()
    {
        var evidence = new LadderEvidence { Name = "x", Run = Run() };
        Assert.Equal(LadderStage.Tested, s_ladder.Judge(evidence).Stage);
        evidence = evidence with { Walk = ("w1", Walk(0.6)) };
        Assert.Equal(LadderStage.Validated, s_ladder.Judge(evidence).Stage);
        evidence = evidence with { Paper = Deployment(5) };
        Assert.Equal(LadderStage.Paper, s_ladder.Judge(evidence).Stage);
        evidence = evidence with { Paper = Deployment(70) };
        Assert.Equal(LadderStage.SmallLive, s_ladder.Judge(evidence).Stage);
        evidence = evidence with { Live = Deployment(70, live: true) };
        Assert.Equal((LadderStage.Full, null), (s_ladder.Judge(evidence).Stage, s_ladder.Judge(evidence).Next));
    }

    [Fact]
    public void A_higher_stage_is_not_reached_over_a_gap()
    {
        var state = s_ladder.Judge(new LadderEvidence { Name = "x", Run = Run(), Paper = Deployment(70) });
        Assert.Equal(LadderStage.Tested, state.Stage);
        Assert.All(state.Gates.Where(gate => gate.Stage == LadderStage.SmallLive), gate => Assert.True(gate.Passes, gate.Id));
        Assert.Equal(["walk-forward", "out-of-sample"], state.Ahead.Select(gate => gate.Id));
    }

    [Theory]
    [MemberData(nameof(OneFigureOff))]
    public void A_figure_at_its_bound_keeps_the_gate_shut(string metric, double value)
    {
        var state = s_ladder.Judge(new LadderEvidence { Name = "x", Run = Run((metric, value)), Walk = ("w1", Walk(0.6)) });
        Assert.Equal(LadderStage.Tested, state.Stage);
        var gate = Assert.Single(state.Ahead);
        Assert.Equal(value, gate.Value.Value);
        Assert.Equal("results/r1", gate.SourceHref);
        Assert.Contains(gate.Bound, gate.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_cannot_be_computed_is_not_passed_and_gives_its_reason()
    {
        var state = s_ladder.Judge(new LadderEvidence { Name = "x", Run = Run(("profit_factor", null)), Walk = ("w1", Walk(0.6)) });
        var gate = Assert.Single(state.Ahead);
        Assert.Equal(("profit-factor", false, "Not computable: no losing trade."), (gate.Id, gate.Passes, gate.Missing));
    }

    [Fact]
    public void Generated_prices_validate_nothing()
    {
        var run = Run();
        var state = s_ladder.Judge(new LadderEvidence { Name = "x", Run = run with { Record = run.Record with { IsSynthetic = true } }, Walk = ("w1", Walk(0.6)) });
        Assert.Equal((LadderStage.Tested, "real-prices"), (state.Stage, Assert.Single(state.Ahead).Id));
    }

    [Fact]
    public void A_replay_of_bars_that_were_known_counts_for_nothing()
    {
        var state = s_ladder.Judge(new LadderEvidence { Name = "x", Run = Run(), Walk = ("w1", Walk(0.6)), Paper = Deployment(70, forward: false) });
        Assert.Equal(LadderStage.Validated, state.Stage);
        Assert.Contains("replay of older bars", Assert.Single(state.Ahead).Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_takes_away_what_was_shown_before_it()
    {
        var good = Deployment(70).Days;
        // Three of the last thirty trades do not match; then fifty good days again, too few for the gate of days.
        ShadowDay[] bad = [.. Enumerable.Range(0, 3).Select(i => Rows.Day(s_first.AddDays(70 + i), good[^1].Equity, good[^1].Equity, true, Rows.Missing()))];
        ShadowDay[] again = [.. Enumerable.Range(0, 50).Select(i => good[i] with { Day = s_first.AddDays(73 + i) })];
        var before = new LadderEvidence { Name = "x", Run = Run(), Walk = ("w1", Walk(0.6)), Paper = Deployment(70), Live = Deployment(70, live: true) };
        Assert.Equal(LadderStage.Full, s_ladder.Judge(before).Stage);
        var drifted = before with { Live = before.Live! with { Days = [.. good, .. bad, .. again] } };
        drifted = drifted with { Live = new DeploymentEvidence(drifted.Live!.Deployment, drifted.Live.Days) };
        var state = s_ladder.Judge(drifted);
        Assert.Equal(LadderStage.SmallLive, state.Stage);
        Assert.Equal(s_first.AddDays(72), Assert.Single(state.Drifts).Day);
        Assert.Equal(50, state.Gates.Single(gate => gate is { Stage: LadderStage.Full, Id: "days" }).Value.Value);
        Assert.Contains(state.Ahead, gate => gate.Id == "days");
    }

    private static RunEvidenceOf Run(params (string Id, double? Value)[] off)
    {
        var metrics = new Dictionary<string, double?> { ["trades"] = 60, ["sharpe"] = 1.8, ["max_drawdown"] = -0.1, ["win_rate"] = 0.5, ["profit_factor"] = 1.6 };
        foreach (var (id, value) in off)
        {
            metrics[id] = value;
        }

        var record = new RunRecord { Id = "r1", Spec = ShadowCase.Spec, Title = "Crossover", State = RunState.Done, CreatedBy = "anna", CreatedAt = default };
        var result = TestResult.With(metrics, new Dictionary<string, string> { ["profit_factor"] = "no losing trade" });
        return new RunEvidenceOf(record, result);
    }

    private static WalkForwardOutcome Walk(double efficiency)
    {
        var run = new StitchedRun(new Dictionary<string, double?> { ["total_return"] = 0.2 }, [], []);
        return new WalkForwardOutcome
        {
            Definition = new WalkForwardDefinition { Sweep = new SweepDefinition { Run = ShadowCase.Spec, Axes = [] }, Train = 1, Test = 1 },
            Windows = [],
            Plateau = run,
            Best = run,
            Default = run,
            BuyAndHold = run,
            Efficiency = efficiency,
            Degradation = null,
            Sets = 1,
            BarEvaluations = 1,
            Elapsed = TimeSpan.Zero,
            Engine = "event",
        };
    }

    /// <summary>Days that gain, with a small loss every fourth, and a trade on each.</summary>
    private static DeploymentEvidence Deployment(int days, bool forward = true, bool live = false)
    {
        var made = new List<ShadowDay>();
        double equity = 100_000;
        for (int i = 0; i < days; i++)
        {
            double next = equity * (i % 4 == 3 ? 0.998 : 1.002);
            made.Add(Rows.Day(s_first.AddDays(i), equity, next, forward, Rows.Same(profit: next - equity, left: s_first.AddDays(i))));
            equity = next;
        }

        return new DeploymentEvidence(ShadowCase.Deploy() with { Mode = live ? TradingMode.Live : TradingMode.Simulated }, made);
    }
}
