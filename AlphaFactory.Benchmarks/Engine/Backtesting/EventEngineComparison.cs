using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Benchmarks.Engine.Backtesting;

/// <summary>A million minute bars through the event engine beside the same walk as a plain loop in C, turn by turn, in processor time.</summary>
internal static class EventEngineComparison
{
    private const int Bars = 1_000_000;

    private static readonly (string Name, ExitRules Exits)[] s_cases =
    [
        ("signals alone", ExitRules.None),
        ("stop and target", new ExitRules { StopFraction = 0.02, TakeProfitFraction = 0.04 }),
        ("trailing and break-even", new ExitRules { TrailingFraction = 0.02, BreakEvenFraction = 0.01 }),
        ("ATR stop, target in R", new ExitRules { StopAtr = 3, TakeProfitR = 2 }),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="rounds">Rounds; medians are quoted.</param>
    public static void Run(int rounds)
    {
        var bars = Minutes(new SeededRandom(1));
        double[] target = new double[Bars], equity = new double[Bars], position = new double[Bars];
        new SmaCrossover().Decide(bars, new SmaCrossoverParameters(), target);
        double[] atr = TradingSession.AverageTrueRange(bars, ExitRules.None.AtrLength);
        var native = NativeWalk.Build();
        Console.WriteLine($"{Bars:N0} minute bars, SMA crossover 20/50, medians of {rounds} rounds in processor time; ratio = AlphaFactory / C");
        Console.WriteLine($"{"",-26}{"ms",9}{"M bars/s",10}{"C ms",9}{"ratio",8}{"trades",9}{"equity",12}");
        foreach (var (name, exits) in s_cases)
        {
            var rules = new SessionRules { InitialCapital = 100_000, Commission = new PercentCommission(), Slippage = new PercentSlippage(), Exits = exits };
            var session = new TradingSession(bars, rules, exits.NeedsAtr ? atr : null);
            var outcome = session.Run(target, null, CancellationToken.None);
            var (final, trades) = native.Run(bars, target, rules, atr, equity, position);
            double[] own = new double[rounds], loop = new double[rounds];
            for (int round = -5; round < rounds; round++)
            {
                own[Math.Max(round, 0)] = ProcessorTime.Of(() => outcome = session.Run(target, null, CancellationToken.None)).Processor;
                loop[Math.Max(round, 0)] = ProcessorTime.Of(() => (final, trades) = native.Run(bars, target, rules, atr, equity, position)).Processor;
            }

            double time = ProcessorTime.Median(own), limit = ProcessorTime.Median(loop);
            int closed = outcome.Trades.Count(trade => !trade.IsOpen);
            // A fast answer is worth nothing when it is another answer.
            bool same = closed == trades && Math.Abs(outcome.Equity[^1] - final) <= 1e-9 * final;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26}{time * 1e3,9:F2}{Bars / time / 1e6,10:F1}{limit * 1e3,9:F2}{time / limit,8:F2}{closed,9:N0}{(same ? "equal" : $"C has {trades:N0} trades and {final:R} for {outcome.Equity[^1]:R}"),12}"));
        }
    }

    private static BarSeries Minutes(SeededRandom random)
    {
        double[] open = new double[Bars], high = new double[Bars], low = new double[Bars], close = new double[Bars], volume = new double[Bars];
        long[] times = new long[Bars];
        double last = 100;
        for (int i = 0; i < Bars; i++)
        {
            (times[i], open[i], volume[i]) = (i * 60_000L, last, 1e6);
            close[i] = last *= 0.998 + (0.004 * random.NextDouble());
            (high[i], low[i]) = (Math.Max(open[i], last) * 1.0005, Math.Min(open[i], last) * 0.9995);
        }

        return new BarSeries(new SeriesIdentity("RANDOM", new BarInterval(1), "benchmark", PriceAdjustment.Split, IsSynthetic: true), times, open, high, low, close, volume);
    }
}
