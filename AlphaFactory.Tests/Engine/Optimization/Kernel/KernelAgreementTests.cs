using System.Globalization;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Optimization.Kernel;

/// <summary>The two engines must agree: on every trade, and on every figure to 1e-9. Both check conservation on the way.</summary>
public sealed class KernelAgreementTests(ITestOutputHelper output)
{
    private const int Cases = 3000;

    [Fact]
    public void Trades_are_identical_and_figures_agree_on_generated_strategies_costs_stops_and_fills()
    {
        var comparison = new KernelComparison();
        for (int seed = 1; seed <= Cases; seed++)
        {
            var one = KernelCase.Of(seed);
            Assert.Null(KernelSupport.Refusal(one.Rules));
            var series = new KernelSeries(one.Bars, 0);
            var trades = new List<KernelTrade>();
            var sums = SessionKernel.Run(series, one.Rules, Runs(one.Targets), new TradeList(trades));
            var outcome = new TradingSession(one.Bars, one.Rules).Run(one.Targets, null, CancellationToken.None);
            string what = $"case {seed}, {one.Rules}";
            comparison.TradeLists(what, outcome.Trades, trades);
            comparison.Figures(what, series, one.Rules, sums, outcome);
        }

        Assert.Equal(["open", "risk", "signal", "stop", "take-profit", "time", "trailing-stop"], comparison.Reasons.Order(StringComparer.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cases} combinations, {comparison.Trades} trades, largest difference {comparison.LargestDifference:G3}"));
    }

    [Fact]
    public void The_fast_path_for_all_in_or_flat_agrees_too()
    {
        var comparison = new KernelComparison();
        for (int seed = 1; seed <= 600; seed++)
        {
            var random = new SeededRandom((ulong)seed, 5);
            var bars = TestBars.Random(seed, 2 + random.NextInt32(400));
            int history = random.NextInt32(Math.Min(80, bars.Count - 1));
            var traded = bars.Slice(history, bars.Count - history);
            var rules = TestRuns.Rules((FillConvention)random.NextInt32(3), 0.01 * random.NextDouble(), 0.01 * random.NextDouble(), 1, fractional: true);
            var (targets, held) = Decisions(random, bars.Count, 2 + random.NextInt32(30));
            var series = new KernelSeries(bars, history);
            Assert.True(HoldKernel.Supports(rules));
            var sums = HoldKernel.Run(series, series.Spans!, rules, held, history, new int[traded.Count + 2]);
            comparison.Figures($"case {seed}", series, rules, sums, new TradingSession(traded, rules).Run(targets.AsSpan(history), null, CancellationToken.None));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"600 combinations, largest difference {comparison.LargestDifference:G3}"));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_set()
    {
        var one = KernelCase.Of(12);
        var series = new KernelSeries(one.Bars, 0);
        var runs = new DecisionRuns(one.Targets.Length);
        runs.Take(one.Targets);
        SessionKernel.Run(series, one.Rules, runs, default(NoTrades));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            runs.Take(one.Targets);
            SessionKernel.Run(series, one.Rules, runs, default(NoTrades));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bits_and_targets_make_the_same_runs()
    {
        for (int seed = 1; seed <= 300; seed++)
        {
            var random = new SeededRandom((ulong)seed, 6);
            int count = 1 + random.NextInt32(300), history = random.NextInt32(count);
            var (targets, held) = Decisions(random, count, 1 + random.NextInt32(20));
            DecisionRuns fromBits = new(count - history), fromTargets = new(count - history);
            fromBits.Take(held, history, count - history);
            fromTargets.Take([.. targets.Skip(history).Select(target => target == 1 ? 1d : 0)]);
            Assert.Equal(fromTargets.Starts, fromBits.Starts);
            Assert.Equal(fromTargets.Values, fromBits.Values);
        }
    }

    [Fact]
    public void Bits_of_signals_that_come_anew_make_the_same_runs_as_targets_without_opinions()
    {
        for (int seed = 1; seed <= 300; seed++)
        {
            var random = new SeededRandom((ulong)seed, 7);
            int count = 1 + random.NextInt32(300), history = random.NextInt32(count), seldom = 1 + random.NextInt32(20);
            var (targets, held) = Decisions(random, count, seldom);
            ulong[] anew = new ulong[held.Length];
            double[] said = new double[count];
            for (int bar = 0; bar < count; bar++)
            {
                bool holds = targets[bar] == 1, asks = holds && (bar == 0 || targets[bar - 1] != 1 || random.NextInt32(seldom) == 0);
                anew[bar / 64] |= asks ? 1UL << (bar % 64) : 0;
                said[bar] = asks ? 1 : holds ? double.NaN : 0;
            }

            Opinions.CarryTo(said, history);
            DecisionRuns fromBits = new(count - history), fromTargets = new(count - history);
            fromBits.Take(held, anew, history, count - history);
            fromTargets.Take(said.AsSpan(history));
            Assert.Equal(fromTargets.Starts, fromBits.Starts);
            Assert.Equal(fromTargets.Values, fromBits.Values);
        }
    }

    private static DecisionRuns Runs(double[] targets)
    {
        var runs = new DecisionRuns(targets.Length);
        runs.Take(targets);
        return runs;
    }

    private static (double[] Targets, ulong[] Held) Decisions(SeededRandom random, int count, int seldom)
    {
        double[] targets = new double[count];
        ulong[] held = new ulong[(count + 63) / 64];
        double last = double.NaN;
        for (int i = 0; i < count; i++)
        {
            last = random.NextInt32(seldom) == 0 ? random.NextInt32(2) : last;
            targets[i] = last;
            held[i / 64] |= last == 1 ? 1UL << (i % 64) : 0;
        }

        return (targets, held);
    }
}
