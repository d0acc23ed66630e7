using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using BenchmarkDotNet.Attributes;

namespace AlphaFactory.Benchmarks.Engine.Backtesting;

/// <summary>Ten years of daily bars: the bootstrap alone, and a whole result. The trading alone is measured by the word event-engine.</summary>
[MemoryDiagnoser]
public class BacktestBenchmark
{
    private const int Bars = 2_520;

    private readonly RunSpec _spec = new() { Strategy = "sma-crossover", Symbol = "RANDOM" };
    private readonly double[] _target = new double[Bars];
    private BarSeries _bars = null!;
    private Backtester _backtester = null!;
    private Performance _performance = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new SeededRandom(1);
        double[] open = new double[Bars], high = new double[Bars], low = new double[Bars], close = new double[Bars], volume = new double[Bars];
        long[] times = new long[Bars];
        double last = 100;
        for (int i = 0; i < Bars; i++)
        {
            times[i] = i * 86_400_000L;
            open[i] = last;
            last *= 0.98 + (0.0405 * random.NextDouble());
            (close[i], high[i], low[i], volume[i]) = (last, Math.Max(open[i], last) * 1.005, Math.Min(open[i], last) * 0.995, 1e6);
        }

        _bars = new BarSeries(new SeriesIdentity("RANDOM", BarInterval.Daily, "benchmark", PriceAdjustment.Split, true), times, open, high, low, close, volume);
        _backtester = new Backtester(StrategyRegistry.Shipped(), StatisticRegistry.Shipped());
        new SmaCrossover().Decide(_bars, new SmaCrossoverParameters(), _target);
        _performance = Performance.FromEquity(100_000, new TradingSession(_bars, SessionRules.Of(_spec)).Run(_target, null, CancellationToken.None).Equity);
    }

    [Benchmark]
    public IReadOnlyDictionary<string, (double Low, double High)> Intervals() => ReturnIntervals.Compute(_performance, 1);

    [Benchmark]
    public BacktestResult WholeResult() => _backtester.Run(_spec, _bars, 1, null, CancellationToken.None);
}
