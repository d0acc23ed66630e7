using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Optimization.Kernel;

/// <summary>Bars, decisions and rules drawn from a seed: the same seed is the same case on every machine.</summary>
internal sealed record KernelCase(int Seed, BarSeries Bars, double[] Targets, SessionRules Rules)
{
    private static readonly StrategyRegistry s_strategies = StrategyRegistry.Shipped();

    public static KernelCase Of(int seed)
    {
        var random = new SeededRandom((ulong)seed, 77);
        int count = 40 + random.NextInt32(260);
        var bars = TestBars.Random(seed, count);
        bars = random.NextInt32(4) switch { 0 => Intraday(bars), 1 => Rising(bars), _ => bars };
        return new KernelCase(seed, bars, TargetsOf(bars, random), RulesOf(random));
    }

    private static double[] TargetsOf(BarSeries bars, SeededRandom random)
    {
        double[] target = new double[bars.Count];
        int kind = random.NextInt32(3);
        if (kind == 0)
        {
            double[] levels = random.NextInt32(2) == 0 ? [-1, -0.5, 0, 0.25, 1, double.NaN] : [0, 1, 1, double.NaN];
            double last = double.NaN;
            for (int i = 0; i < target.Length; i++)
            {
                // Opinions last a while, as those of strategies do.
                target[i] = last = random.NextInt32(5) == 0 ? levels[random.NextInt32(levels.Length)] : last;
            }

            return target;
        }

        var entry = kind == 1 ? s_strategies.Get("sma-crossover") : s_strategies.All[random.NextInt32(s_strategies.All.Count)];
        var parameters = kind == 1
            ? new SmaCrossoverParameters { Fast = 2 + random.NextInt32(8), Slow = 11 + random.NextInt32(20), Entry = (SmaCrossoverEntry)random.NextInt32(2) }
            : entry.Parameters.Defaults();
        entry.Strategy.Decide(bars, parameters, target);
        return target;
    }

    private static SessionRules RulesOf(SeededRandom random)
    {
        CommissionModel[] commissions = [new PercentCommission { Fraction = 0.005 * random.NextDouble() }, new NoCommission(), new IbFixedCommission(), new IbTieredCommission(), new PerShareCommission { PerShare = 0.02, Minimum = 3 }];
        SlippageModel[] slippages = [new PercentSlippage { Fraction = 0.004 * random.NextDouble() }, new HalfSpreadSlippage { Ticks = 2 }, new VolumeShareSlippage()];
        return new SessionRules
        {
            InitialCapital = 1_000 + (1e6 * random.NextDouble()),
            Fill = (FillConvention)random.NextInt32(3),
            Commission = commissions[random.NextInt32(commissions.Length)],
            Slippage = slippages[random.NextInt32(slippages.Length)],
            BorrowFraction = random.NextInt32(2) * 0.05,
            VolumeCapFraction = random.NextInt32(4) == 0 ? 0.001 : null,
            SizeFraction = random.NextInt32(2) == 0 ? 1 : 0.05 + (0.95 * random.NextDouble()),
            Fractional = random.NextInt32(2) == 0,
            Exits = ExitsOf(random),
        };
    }

    private static ExitRules ExitsOf(SeededRandom random)
    {
        if (random.NextInt32(4) == 0)
        {
            return ExitRules.None;
        }

        double? Sometimes(double least, double most) => random.NextInt32(3) == 0 ? least + ((most - least) * random.NextDouble()) : null;
        var exits = new ExitRules
        {
            StopFraction = Sometimes(0.01, 0.15),
            StopAtr = Sometimes(0.5, 4),
            TrailingFraction = Sometimes(0.02, 0.2),
            TrailingAtr = Sometimes(1, 5),
            BreakEvenFraction = Sometimes(0.01, 0.1),
            TakeProfitFraction = Sometimes(0.01, 0.25),
            TimeStopBars = random.NextInt32(3) == 0 ? 1 + random.NextInt32(25) : null,
            AtrLength = 2 + random.NextInt32(18),
            StopsFrom = (StopsFrom)random.NextInt32(2),
            StopBase = (StopBase)random.NextInt32(2),
            BothTouched = (BothTouched)random.NextInt32(2),
            ReEntry = (ReEntry)random.NextInt32(2),
        };
        return exits.HasStop && random.NextInt32(2) == 0 ? exits with { TakeProfitR = 0.5 + (3 * random.NextDouble()) } : exits;
    }

    /// <summary>The same bars in a market that ruins those who stay short.</summary>
    private static BarSeries Rising(BarSeries bars)
    {
        double[] Raised(ReadOnlySpan<double> prices) => [.. prices.ToArray().Select((price, bar) => price * Math.Pow(1.04, bar))];
        return new BarSeries(bars.Identity, bars.Times.ToArray(), Raised(bars.Open), Raised(bars.High), Raised(bars.Low), Raised(bars.Close), bars.Volume.ToArray());
    }

    /// <summary>The same bars as hours of days with seven each.</summary>
    private static BarSeries Intraday(BarSeries bars)
    {
        long[] times = [.. Enumerable.Range(0, bars.Count).Select(bar => new DateTimeOffset(2024, 1, 1, 14, 0, 0, TimeSpan.Zero).AddDays(bar / 7).AddHours(bar % 7).ToUnixTimeMilliseconds())];
        return new BarSeries(bars.Identity with { Interval = new BarInterval(60) }, times, bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray());
    }
}
