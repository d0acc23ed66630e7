using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Tests.Core.Rules;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Optimization.Kernel;

/// <summary>Runs taken from bits are those taken from targets, wherever the period begins.</summary>
public sealed class DecisionRunsTests
{
    private const string Text = "buy when close crosses above sma(5) or rsi(4) < 30 sell when close > 1.03 * sma(5) short when close crosses below sma(9) cover after 6 bars";

    [Fact]
    public void Bits_of_both_sides_make_the_runs_of_their_targets()
    {
        var entry = AlphaFactory.Core.Rules.RuleStrategy.Entry("rules", "Rules", Rules.Of(Text));
        var strategy = (ISideStrategy)entry.Strategy;
        var parameters = entry.Parameters.Defaults();
        var decider = strategy.NewDecider();
        var runs = new DecisionRuns(400);
        int held = 0, begun = 0;
        foreach (int seed in Enumerable.Range(1, 60))
        {
            var bars = TestBars.Random(seed, 20 + (seed * 41 % 300));
            decider.Decide(bars, new StrategyColumns(new IndicatorPlan(IndicatorRegistry.Shipped(), strategy.Columns(parameters)).Compute(bars).ToArrays(), bars.Count), parameters);
            foreach (int history in (int[])[0, 1, 10, bars.Count / 2, Math.Min(64, bars.Count - 1), bars.Count - 1])
            {
                double[] target = new double[bars.Count];
                decider.Bits.CopyTo(target);
                Opinions.CarryTo(target, history);
                begun += history > 0 && target[history] is 1 or -1 ? 1 : 0;
                runs.Take(target.AsSpan(history));
                double[] expected = Expand(runs);
                runs.Take(decider.Bits, history, bars.Count - history);
                Assert.Equal(expected, Expand(runs));
                Assert.True(runs.Starts[0] == 0 && Enumerable.Range(1, runs.Count - 1).All(run => runs.Starts[run] > runs.Starts[run - 1]));
                held += expected.Count(double.IsNaN);
            }
        }

        Assert.True(held > 2000 && begun > 20, $"{held} bars on which a position merely goes on, {begun} periods that begin inside one: too few to show anything.");
    }

    /// <summary>One value a bar. Before the first opinion a target has none, and bits are flat, which is the same.</summary>
    private static double[] Expand(DecisionRuns runs)
    {
        double[] values = new double[runs.Bars];
        bool any = false;
        for (int run = 0; run < runs.Count; run++)
        {
            any |= !double.IsNaN(runs.Values[run]);
            values.AsSpan(runs.Starts[run]..(run + 1 < runs.Count ? runs.Starts[run + 1] : runs.Bars)).Fill(any ? runs.Values[run] : 0);
        }

        return values;
    }
}
