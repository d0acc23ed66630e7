namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A size without direction, such as a volatility: how the last value ranks among those of the past year.</summary>
internal static class WidthReading
{
    /// <summary>Values compared with, the trading days of a year.</summary>
    public const int Compared = 252;

    private const int Fewest = 20;
    private const double Unusual = 0.95;

    public static Reading Of(in ReadingInput input, int output = 0)
    {
        var (share, count) = Rank(input[output]);
        bool isExtreme = count >= Fewest && (share >= Unusual || share <= 1 - Unusual);
        return new Reading($"{Words(share, count)}.", Lean.None, isExtreme);
    }

    /// <summary>How many of the values before the last it exceeds, in words.</summary>
    public static string Words(double share, int count) => count < Fewest
        ? $"Too few values to compare it with ({count})"
        : $"Higher than on {ReadingText.Share(share)} of the {ReadingText.Count(count)} bars before";

    /// <summary>Share of the values before the last, at most <see cref="Compared"/> of them, that are lower; and how many there were.</summary>
    public static (double Share, int Count) Rank(ReadOnlySpan<double> values)
    {
        double now = values[^1];
        int lower = 0, count = 0;
        foreach (double value in values[Math.Max(0, values.Length - 1 - Compared)..^1])
        {
            count += double.IsNaN(value) ? 0 : 1;
            lower += value < now ? 1 : 0;
        }

        return (count == 0 ? 0 : (double)lower / count, count);
    }
}
