using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>What the statistics of losing days share.</summary>
internal static class LosingDays
{
    public static double[] Of(Performance run) => [.. run.Returns.Where(value => value < 0)];

    public static Moments Moments(Performance run) => Numerics.Moments.Of(Of(run));

    /// <summary>Root mean square of losses around 0, over all days.</summary>
    public static double Deviation(Performance run) => Math.Sqrt(Of(run).Sum(loss => loss * loss) / run.Days);

    /// <summary>Why the losing days have no deviation of their own, or null.</summary>
    public static Measure? Spread(Performance run)
    {
        var losses = Moments(run);
        return losses.Count == 0 ? Measure.Undefined("no losing day")
            : losses.Count == 1 ? Measure.Undefined("only one losing day")
            : losses.IsConstant ? Measure.Undefined("losing days do not vary")
            : null;
    }
}
