using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Features.WalkForward;

namespace AlphaFactory.Tests.Web.Features.WalkForward;

public sealed class PassTableTests
{
    [Fact]
    public void A_walk_forward_that_keeps_its_promise_passes_every_row()
    {
        var outcome = Outcome([0.05, 0.04, -0.02, 0.06], total: 0.13, efficiency: 0.7, depth: -0.1, untouched: 0.05, held: 0.1);
        var rows = PassTable.Of(outcome);
        Assert.All(rows, row => Assert.True(row.Passes, row.Name));
        Assert.Equal(["+13.0%", "70%", "3 of 4", "40%", "−10.0%", "+8.0%"], rows.Select(row => row.Found));
        Assert.Equal(MarkKind.Pass, WalkVerdict.Of(outcome with { Plateau = outcome.Plateau with { Equity = Path(1, 0.002) }, Default = outcome.Default with { Equity = Path(1, 0) } }, rows).Mark);
    }

    [Fact]
    public void A_lead_that_other_days_might_have_turned_round_is_within_noise()
    {
        var outcome = Outcome([0.05, 0.04, -0.02, 0.06], total: 0.13, efficiency: 0.7, depth: -0.1, untouched: 0.05, held: 0.1);
        foreach (var verdict in new[] { outcome, outcome with { Plateau = outcome.Plateau with { Equity = Path(1, 0.0001) }, Default = outcome.Default with { Equity = Path(2, 0) } } }.Select(one => WalkVerdict.Of(one, PassTable.Of(one))))
        {
            Assert.Equal((MarkKind.Unsure, "Optimising led out of sample, but within noise."), (verdict.Mark, verdict.Headline));
        }
    }

    [Theory]
    [InlineData(-0.01, 0.7, -0.1, "Overall profit")]
    [InlineData(0.13, 0.49, -0.1, "Walk-forward efficiency")]
    [InlineData(0.13, 0.7, -0.41, "Largest drawdown")]
    public void A_row_fails_by_its_own_figure(double total, double efficiency, double depth, string name)
    {
        var rows = PassTable.Of(Outcome([0.05, 0.04, -0.02, 0.06], total, efficiency, depth, untouched: -0.5, held: 0.1));
        Assert.Equal([name], rows.Where(row => row.Passes == false).Select(row => row.Name));
    }

    [Fact]
    public void One_lucky_test_does_not_carry_the_rest()
    {
        var rows = PassTable.Of(Outcome([0.3, -0.01, 0.02, -0.02], total: 0.28, efficiency: 1, depth: -0.1, untouched: 0, held: 0));
        Assert.Equal(["Spread of profits"], rows.Where(row => row.Passes == false).Select(row => row.Name));
    }

    [Fact]
    public void What_is_not_defined_neither_passes_nor_fails()
    {
        var rows = PassTable.Of(Outcome([null], total: null, efficiency: null, depth: null, untouched: null, held: null));
        Assert.All(rows, row => Assert.Null(row.Passes));
        Assert.All(rows, row => Assert.True(row.Found is null, row.Name));
        Assert.Equal(MarkKind.Unsure, WalkVerdict.Of(Outcome([null], null, null, null, null, null), rows).Mark);
    }

    [Theory]
    [InlineData(0.13, 0.2, 0.1, MarkKind.Fail, "did not help")]
    [InlineData(0.13, 0.05, 0.2, MarkKind.Unsure, "within noise, and did not beat buying and holding")]
    public void The_verdict_asks_whether_choosing_helped(double total, double untouched, double held, MarkKind mark, string words)
    {
        var outcome = Outcome([0.05, 0.04, -0.02, 0.06], total, 0.7, -0.1, untouched, held);
        var verdict = WalkVerdict.Of(outcome, PassTable.Of(outcome));
        Assert.Equal(mark, verdict.Mark);
        Assert.Contains(words, verdict.Headline, StringComparison.Ordinal);
    }

    /// <summary>Three hundred days that wander by a per cent, with a drift.</summary>
    private static double[] Path(ulong seed, double drift)
    {
        var random = new SeededRandom(seed);
        double equity = 100;
        return [.. Enumerable.Range(0, 300).Select(_ => equity *= 1 + drift + (0.01 * (random.NextDouble() - 0.5)))];
    }

    private static WalkForwardOutcome Outcome(double?[] returns, double? total, double? efficiency, double? depth, double? untouched, double? held)
    {
        static SweepRow Row(double? value) => new(null, new Dictionary<string, string> { ["fast"] = "10" }, new Dictionary<string, double?> { ["total_return"] = value }, value);
        static StitchedRun Run(double? value, double? depth) => new(new Dictionary<string, double?> { ["total_return"] = value, ["max_drawdown"] = depth, ["initial_capital"] = 100 }, [0], [100]);
        var day = new DateOnly(2020, 1, 1);
        return new WalkForwardOutcome
        {
            Definition = new WalkForwardDefinition { Sweep = new SweepDefinition { Run = new RunSpec { Strategy = "sma-crossover", Symbol = "X" }, Axes = [SweepAxis.Of("fast", 5, 20, 5)] }, Train = 100, Test = 50 },
            Windows = [.. returns.Select((value, i) => new WindowOutcome(new WalkForwardWindow(i * 50, 100, (i * 50) + 100, 50), day, day, day, day, new WindowChoice(Row(value), Row(value)), new WindowChoice(Row(value), Row(value)), new WindowChoice(Row(value), Row(value))))],
            Plateau = Run(total, depth), Best = Run(total, depth), Default = Run(untouched, depth), BuyAndHold = Run(held, depth), Efficiency = efficiency, Degradation = 0.1, Sets = 4, BarEvaluations = 400, Elapsed = TimeSpan.FromSeconds(1), Engine = "kernel",
        };
    }
}
