using System.Globalization;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Figures inside sentences, written as everywhere in the product: U+2212 for minus, a sign on gains and losses.</summary>
internal static class FigureText
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static string Percent(double fraction, int digits) => Minus((fraction * 100).ToString("N" + digits, s_culture)) + "%";

    public static string SignedPercent(double fraction, int digits) => Sign(fraction) + Percent(Math.Abs(fraction), digits);

    public static string Ratio(double value) => Minus(value.ToString("N2", s_culture));

    public static string SignedMoney(double money) => Sign(money) + "$" + Math.Abs(money).ToString("N0", s_culture);

    public static string Whole(double number) => Minus(number.ToString("N0", s_culture));

    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", s_culture);

    /// <summary>"1 trade", "2 trades".</summary>
    public static string Count(long number, string one) => Count(number, one, one + "s");

    /// <summary>"1 try", "2 tries".</summary>
    public static string Count(long number, string one, string many) => $"{Whole(number)} {(number == 1 ? one : many)}";

    private static string Sign(double value) => value > 0 ? "+" : value < 0 ? "\u2212" : "";

    private static string Minus(string text) => text.Replace('-', '\u2212');
}
