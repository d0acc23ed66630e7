using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

/// <summary>A strategy that knows the future in one way or another, planted for the look-ahead check to find.</summary>
internal abstract class Cheat : IStrategy
{
    /// <summary>What it does, to be read after its name.</summary>
    public abstract string Does { get; }

    public static IReadOnlyList<Cheat> All { get; } =
    [
        .. typeof(Cheat).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Cheat)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (Cheat)Activator.CreateInstance(type)!),
    ];

    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
    {
        if (bars.Count > 0)
        {
            Decide(bars, target);
        }
    }

    protected abstract void Decide(BarSeries bars, Span<double> target);

    /// <summary>What a cheat does while it does not cheat: long above the mean of ten closes.</summary>
    protected static double Honest(BarSeries bars, int bar) => bars.Close[bar] > Mean(bars.Close, bar - 9, bar) ? 1 : 0;

    /// <summary>Mean of a closed range, cut to what there is.</summary>
    protected static double Mean(ReadOnlySpan<double> values, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(values.Length - 1, to));
        double sum = 0;
        for (int i = from; i <= to; i++)
        {
            sum += values[i];
        }

        return sum / (to - from + 1);
    }

    protected static double Deviation(ReadOnlySpan<double> values)
    {
        double mean = Mean(values, 0, values.Length - 1), squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / values.Length) + 1e-9;
    }

    protected static double Highest(ReadOnlySpan<double> values, int from, int to) => values[ArgHighest(values, from, to)];

    protected static double Lowest(ReadOnlySpan<double> values, int from, int to)
    {
        double lowest = values[from];
        for (int i = from; i <= Math.Min(values.Length - 1, to); i++)
        {
            lowest = Math.Min(lowest, values[i]);
        }

        return lowest;
    }

    protected static int ArgHighest(ReadOnlySpan<double> values, int from, int to)
    {
        int highest = from;
        for (int i = from; i <= Math.Min(values.Length - 1, to); i++)
        {
            highest = values[i] > values[highest] ? i : highest;
        }

        return highest;
    }

    protected static int ArgLowest(ReadOnlySpan<double> values)
    {
        int lowest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            lowest = values[i] < values[lowest] ? i : lowest;
        }

        return lowest;
    }

    /// <summary>The return of a bar over the one before; 0 for the first.</summary>
    protected static double Returns(BarSeries bars, int bar) => bar == 0 ? 0 : (bars.Close[bar] / bars.Close[bar - 1]) - 1;

    protected static double[] Returns(BarSeries bars) => [.. Enumerable.Range(0, bars.Count).Select(bar => Returns(bars, bar))];
}
