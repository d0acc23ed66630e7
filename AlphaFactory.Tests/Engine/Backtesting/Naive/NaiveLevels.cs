using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Engine.Backtesting.Naive;

/// <summary>Levels worked out anew from what a trade has seen so far.</summary>
internal static class NaiveLevels
{
    /// <summary>The nearest stop, and whether the trailing rule alone set it; null without one.</summary>
    public static (double Level, bool Trails)? Stop(ExitRules exits, NaiveTrade trade)
    {
        int side = trade.Side;
        double? Near(double? one, double? other) => one is null ? other : other is null ? one : side > 0 ? Math.Max(one.Value, other.Value) : Math.Min(one.Value, other.Value);

        double? still = Near(
            exits.StopFraction is { } part ? trade.Base - (side * part * trade.Base) : null,
            exits.StopAtr is { } times ? trade.Base - (side * times * trade.DecisionAtr) : null);
        double best = trade.Base;
        double? trail = Trail(best, trade.DecisionAtr);
        foreach (var (high, low, atr) in trade.Held)
        {
            best = side > 0 ? Math.Max(best, high) : Math.Min(best, low);
            trail = Near(trail, Trail(best, atr));
            if (exits.BreakEvenFraction is { } trigger && (side > 0 ? best >= trade.Entry * (1 + trigger) : best <= trade.Entry * (1 - trigger)))
            {
                still = Near(still, trade.Entry);
            }
        }

        return Near(still, trail) is { } level ? (level, still is null || level != still) : null;

        double? Trail(double from, double atr) => Near(
            exits.TrailingFraction is { } part ? from - (side * part * from) : null,
            exits.TrailingAtr is { } times ? from - (side * times * atr) : null);
    }

    public static double? Target(ExitRules exits, NaiveTrade trade)
    {
        var untouched = new NaiveTrade { Side = trade.Side, Base = trade.Base, Entry = trade.Entry, DecisionAtr = trade.DecisionAtr };
        double? share = exits.TakeProfitFraction is { } part ? trade.Base + (trade.Side * part * trade.Base) : null;
        double? multiple = exits.TakeProfitR is { } times ? trade.Base + (trade.Side * times * Math.Abs(trade.Base - Stop(exits, untouched)!.Value.Level)) : null;
        return share is null ? multiple : multiple is null ? share : trade.Side > 0 ? Math.Min(share.Value, multiple.Value) : Math.Max(share.Value, multiple.Value);
    }

    public static void Restate(NaiveTrade trade, double ratio)
    {
        trade.Base /= ratio;
        trade.Entry /= ratio;
        trade.DecisionAtr /= ratio;
        trade.FirstStop /= ratio;
        trade.FirstTarget /= ratio;
        for (int i = 0; i < trade.Held.Count; i++)
        {
            trade.Held[i] = (trade.Held[i].High / ratio, trade.Held[i].Low / ratio, trade.Held[i].Atr / ratio);
        }

        for (int i = 0; i < trade.Fills.Count; i++)
        {
            trade.Fills[i] = (trade.Fills[i].Signed * ratio, trade.Fills[i].Price / ratio, trade.Fills[i].Commission);
        }
    }

    public static double[] AverageTrueRange(BarSeries bars, int length)
    {
        double[] average = [.. Enumerable.Repeat(double.NaN, bars.Count)];
        double Range(int i) => new[] { bars.High[i] - bars.Low[i], Math.Abs(bars.High[i] - bars.Close[i - 1]), Math.Abs(bars.Low[i] - bars.Close[i - 1]) }.Max();
        for (int bar = length; bar < bars.Count; bar++)
        {
            average[bar] = bar == length ? Enumerable.Range(1, length).Average(Range) : ((average[bar - 1] * (length - 1)) + Range(bar)) / length;
        }

        return average;
    }
}
