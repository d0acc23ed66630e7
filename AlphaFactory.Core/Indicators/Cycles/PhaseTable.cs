namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Sines and cosines of the whole divisions of a circle into 1 to 50 parts; the phase of a cycle needs them on every bar.</summary>
internal static class PhaseTable
{
    private const int Longest = 50;

    private static readonly double[][] s_sines = Table(Math.Sin), s_cosines = Table(Math.Cos);

    /// <summary><c>sin(2 pi i / parts)</c> for i from 0 to parts - 1.</summary>
    public static ReadOnlySpan<double> Sines(int parts) => s_sines[parts];

    /// <summary><c>cos(2 pi i / parts)</c> for i from 0 to parts - 1.</summary>
    public static ReadOnlySpan<double> Cosines(int parts) => s_cosines[parts];

    private static double[][] Table(Func<double, double> function) =>
        [.. Enumerable.Range(0, Longest + 1).Select(parts => Enumerable.Range(0, parts).Select(i => function(i * (2 * Math.PI) / parts)).ToArray())];
}
