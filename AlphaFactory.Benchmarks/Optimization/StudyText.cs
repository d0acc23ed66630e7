using System.Globalization;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>Numbers as the page writes them.</summary>
internal static class StudyText
{
    public static string Percent(double fraction) => double.IsNaN(fraction) ? "–" : Minus(WithoutSignOfZero(100 * fraction, 1).ToString("N1", CultureInfo.InvariantCulture)) + " %";

    public static string Number(double value) => double.IsNaN(value) ? "–" : Minus(WithoutSignOfZero(value, 2).ToString("N2", CultureInfo.InvariantCulture));

    /// <summary>A difference with its interval.</summary>
    public static string Interval((double Difference, double Low, double High) value) => $"{Number(value.Difference)} ({Number(value.Low)} to {Number(value.High)})";

    public static string Parameters(IReadOnlyDictionary<string, string> values) => string.Join("/", values.Values);

    private static double WithoutSignOfZero(double value, int digits) => Math.Round(value, digits) + 0.0;

    private static string Minus(string text) => text.Replace('-', '\u2212');
}
