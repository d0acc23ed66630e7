using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Bars, rules and targets drawn from one seed, every rule and every cost model among them.</summary>
internal sealed record RandomSession(BarSeries Bars, SessionRules Rules, double[] Target)
{
    public static RandomSession Draw(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        int count = 2 + random.NextInt32(150);
        var bars = Market(seed, count, random);
        return new RandomSession(bars, Costs(random) with { Exits = Exits(random) }, Targets(random, count));
    }

    public static ExitRules Exits(SeededRandom random)
    {
        bool Yes(int in10) => random.NextInt32(10) < in10;
        var exits = new ExitRules
        {
            StopFraction = Yes(4) ? 0.005 + (0.1 * random.NextDouble()) : null,
            StopAtr = Yes(2) ? 0.3 + (3 * random.NextDouble()) : null,
            TrailingFraction = Yes(3) ? 0.01 + (0.1 * random.NextDouble()) : null,
            TrailingAtr = Yes(2) ? 0.5 + (3 * random.NextDouble()) : null,
            BreakEvenFraction = Yes(2) ? 0.005 + (0.05 * random.NextDouble()) : null,
            TimeStopBars = Yes(2) ? 1 + random.NextInt32(12) : null,
            TakeProfitFraction = Yes(3) ? 0.005 + (0.12 * random.NextDouble()) : null,
            AtrLength = 1 + random.NextInt32(14),
            StopsFrom = (StopsFrom)random.NextInt32(2),
            StopBase = (StopBase)random.NextInt32(2),
            BothTouched = (BothTouched)random.NextInt32(2),
            ReEntry = (ReEntry)random.NextInt32(2),
        };
        return exits.HasStop && Yes(3) ? exits with { TakeProfitR = 0.5 + (3 * random.NextDouble()) } : exits;
    }

    private static SessionRules Costs(SeededRandom random)
    {
        var commissions = new CommissionModel[] { new NoCommission(), new PercentCommission { Fraction = 0.01 * random.NextDouble() }, new PerShareCommission { PerShare = 0.02 * random.NextDouble(), Minimum = 3 * random.NextDouble() }, new IbFixedCommission(), new IbTieredCommission() };
        var slippages = new SlippageModel[] { new PercentSlippage { Fraction = 0.01 * random.NextDouble() }, new PercentSlippage { Fraction = 0 }, new HalfSpreadSlippage { Ticks = random.NextInt32(4) }, new VolumeShareSlippage { Impact = 0.2 * random.NextDouble() } };
        return new SessionRules
        {
            InitialCapital = 500 + (1e6 * random.NextDouble()),
            Fill = (FillConvention)random.NextInt32(3),
            Commission = commissions[random.NextInt32(commissions.Length)],
            Slippage = slippages[random.NextInt32(slippages.Length)],
            BorrowFraction = random.NextInt32(2) * 0.3 * random.NextDouble(),
            VolumeCapFraction = random.NextInt32(4) == 0 ? 0.02 + (0.3 * random.NextDouble()) : null,
            SizeFraction = 0.05 + (0.95 * random.NextDouble()),
            Fractional = random.NextInt32(2) == 0,
        };
    }

    /// <summary>Columns that hold an opinion for a while, as strategies do, with gaps and steps.</summary>
    private static double[] Targets(SeededRandom random, int count)
    {
        double[] levels = [-1, -0.5, 0, 0.25, 1, double.NaN], target = new double[count];
        double now = double.NaN;
        for (int i = 0; i < count; i++)
        {
            now = random.NextInt32(4) == 0 ? levels[random.NextInt32(levels.Length)] : now;
            target[i] = now;
        }

        return target;
    }

    private static BarSeries Market(int seed, int count, SeededRandom random)
    {
        var plain = TestBars.Random(seed, count);
        double[] volume = [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(20) == 0 ? 0 : Math.Floor(20_000 * random.NextDouble()))];
        bool raw = random.NextInt32(3) == 0;
        var identity = plain.Identity with { Adjustment = raw ? PriceAdjustment.Raw : PriceAdjustment.Split, DelistedOn = random.NextInt32(5) == 0 ? plain.DateAt(count - 1) : null };
        double[] ratios = [1, 1, 2, 4, 0.5];
        CorporateAction[] actions = [.. Enumerable.Range(1, count - 1).Where(_ => raw && random.NextInt32(15) == 0)
            .Select(bar => new CorporateAction(plain.Times[bar], random.NextInt32(2) * random.NextDouble(), ratios[random.NextInt32(ratios.Length)]))];
        return new BarSeries(identity, plain.Times.ToArray(), plain.Open.ToArray(), plain.High.ToArray(), plain.Low.ToArray(), plain.Close.ToArray(), volume) { Actions = actions };
    }
}
