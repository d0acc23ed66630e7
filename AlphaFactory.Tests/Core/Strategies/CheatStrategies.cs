using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies;

/// <summary>Ways in which a strategy knows the future, planted for the look-ahead check to find.</summary>
internal static class CheatStrategies
{
    public static readonly Dictionary<string, Func<BarSeries, int, double>> All = new()
    {
        ["tomorrow's close"] = (bars, i) => i + 1 < bars.Count && bars.Close[i + 1] > bars.Close[i] ? 1 : 0,
        ["tomorrow's open"] = (bars, i) => i + 1 < bars.Count && bars.Open[i + 1] > bars.Close[i] ? 1 : 0,
        ["close of five bars on"] = (bars, i) => i + 5 < bars.Count && bars.Close[i + 5] > bars.Close[i] ? 1 : 0,
        ["centred average"] = (bars, i) => bars.Close[i] > Mean(bars, i - 3, i + 3) ? 1 : 0,
        ["centred high"] = (bars, i) => i > 0 && i + 1 < bars.Count && bars.High[i] > bars.High[i - 1] && bars.High[i] > bars.High[i + 1] ? -1 : 0,
        ["mean of the whole series"] = (bars, i) => bars.Close[i] < Mean(bars, 0, bars.Count - 1) ? 1 : 0,
        ["highest close of all"] = (bars, i) => bars.Close[i] < 0.9 * Highest(bars, 0, bars.Count - 1) ? 1 : 0,
        ["scaled by the last close"] = (bars, i) => bars.Close[i] / bars.Close[^1],
        ["week's close before it is over"] = (bars, i) => bars.Close[Math.Min(bars.Count - 1, (i / 5 * 5) + 4)] > bars.Open[i / 5 * 5] ? 1 : 0,
        ["next volume"] = (bars, i) => i + 1 < bars.Count && bars.Volume[i + 1] > 2 * bars.Volume[i] ? 1 : 0,
        ["knows how many bars are left"] = (bars, i) => i > bars.Count - 10 ? 0 : 1,
        ["rank among all closes"] = (bars, i) => Rank(bars, i),
        ["backfilled average"] = (bars, i) => bars.Close[i] > Mean(bars, Math.Max(0, i - 9), Math.Max(i, Math.Min(9, bars.Count - 1))) ? 1 : 0,
    };

    public static IStrategy Of(string name) => new Cheat(All[name]);

    private static double Mean(BarSeries bars, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(bars.Count - 1, to));
        double sum = 0;
        for (int i = from; i <= to; i++)
        {
            sum += bars.Close[i];
        }

        return sum / (to - from + 1);
    }

    private static double Highest(BarSeries bars, int from, int to)
    {
        double highest = 0;
        for (int i = from; i <= to; i++)
        {
            highest = Math.Max(highest, bars.Close[i]);
        }

        return highest;
    }

    private static double Rank(BarSeries bars, int bar)
    {
        int below = 0;
        foreach (double close in bars.Close)
        {
            below += close < bars.Close[bar] ? 1 : 0;
        }

        return (double)below / bars.Count;
    }

    private sealed class Cheat(Func<BarSeries, int, double> rule) : IStrategy
    {
        public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = rule(bars, i);
            }
        }
    }
}
