using System.Globalization;

namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Figures and counts as readings write them: minus U+2212, thousands with commas, digits by unit.</summary>
public static class ReadingText
{
    /// <summary>A value in its unit: <c>101.25</c>, <c>8.1%</c>, <c>72.3</c>, <c>12,500</c>, <c>45°</c>.</summary>
    public static string Value(double value, OutputUnit unit) => unit switch
    {
        OutputUnit.Fraction => Percent(value),
        OutputUnit.Points or OutputUnit.Bars => Signed(value, Math.Abs(value).ToString("N1", CultureInfo.InvariantCulture)),
        OutputUnit.Shares or OutputUnit.Condition or OutputUnit.Pattern => Signed(value, Math.Abs(value).ToString("N0", CultureInfo.InvariantCulture)),
        OutputUnit.Degrees => Signed(value, Math.Abs(value).ToString("N0", CultureInfo.InvariantCulture)) + "°",
        _ => Number(value),
    };

    /// <summary>A price or ratio: two decimals, three significant digits when that is nothing but noughts.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        int digits = size is 0 or >= 0.995 ? 2 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 2, 10);
        return Signed(value, size.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A fraction as per cent with one decimal.</summary>
    public static string Percent(double fraction) => Signed(fraction, Math.Abs(100 * fraction).ToString("N1", CultureInfo.InvariantCulture)) + "%";

    /// <summary>A share of a whole as per cent without decimals.</summary>
    public static string Share(double fraction) => Signed(fraction, Math.Abs(100 * fraction).ToString("N0", CultureInfo.InvariantCulture)) + "%";

    /// <summary>A level as people say it: <c>70</c>, <c>0.5</c>, <c>5%</c>.</summary>
    public static string Level(double level, OutputUnit unit) => unit == OutputUnit.Fraction
        ? Signed(level, Math.Abs(100 * level).ToString("0.##", CultureInfo.InvariantCulture)) + "%"
        : Signed(level, Math.Abs(level).ToString("#,0.##", CultureInfo.InvariantCulture));

    /// <summary><c>for 12 bars</c>, or <c>since this bar</c>.</summary>
    public static string For(int bars) => bars == 1 ? "since this bar" : $"for {Count(bars)} bars";

    /// <summary><c>12 bars</c>.</summary>
    public static string Bars(int bars) => bars == 1 ? "1 bar" : Count(bars) + " bars";

    /// <summary><c>2,516</c>.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // What rounds to nought has no sign.
    private static string Signed(double value, string size) => value < 0 && size.Any(digit => digit is >= '1' and <= '9') ? "\u2212" + size : size;
}
