using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>What moves all shares of the demo market together: the market's return each day, and that of each sector beyond it.</summary>
/// <param name="Market">Return of the market, one a session.</param>
/// <param name="Sectors">Return of a sector beyond the market's, one a session.</param>
internal sealed record DemoClimate(double[] Market, IReadOnlyDictionary<string, double[]> Sectors)
{
    /// <summary>Mean and deviation of a day in a calm, a nervous and a falling market.</summary>
    private static readonly (double Mean, double Deviation)[] Regimes = [(0.00080, 0.0060), (0.00015, 0.0105), (-0.0022, 0.0215)];

    /// <summary>Chance to stay in a regime for another day, and to move on to the milder of the two others.</summary>
    private static readonly (double Stay, double Milder)[] Changes = [(0.994, 0.0052), (0.985, 0.0115), (0.978, 0.018)];

    /// <summary>Draws <paramref name="sessions"/> days.</summary>
    public static DemoClimate Draw(SeededRandom random, int sessions, IEnumerable<string> sectors)
    {
        double[] market = new double[sessions];
        int regime = 0;
        double tension = 1;
        for (int i = 0; i < sessions; i++)
        {
            regime = Next(regime, random.NextDouble());
            // Volatility clusters: today's level is mostly yesterday's.
            tension = (0.92 * tension) + (0.08 * (0.3 + (0.88 * Math.Abs(random.NextBell()))));
            market[i] = Regimes[regime].Mean + (Regimes[regime].Deviation * tension * random.NextBell());
        }

        return new DemoClimate(market, sectors.Distinct().ToDictionary(name => name, _ => Enumerable.Range(0, sessions).Select(_ => 0.0045 * random.NextBell()).ToArray()));
    }

    private static int Next(int regime, double chance)
    {
        (double stay, double milder) = Changes[regime];
        return chance < stay ? regime : chance < stay + milder ? (regime == 0 ? 1 : 0) : regime == 2 ? 1 : 2;
    }
}
