using System.Globalization;

namespace AlphaFactory.Web.Components.Values;

/// <summary>
/// How a number is written, as the table "Numbers" of the visual language says. Every method answers null for what is undefined
/// (null, NaN, infinite); the components then show a dash with the reason. Fractions come in, per cent goes out.
/// </summary>
public static class FigureText
{
    /// <summary>The minus sign of print, as wide as a plus.</summary>
    public const string Minus = "\u2212";

    /// <summary><c>$103,761.66</c>; without cents in headline rows and on axes.</summary>
    public static string? Money(double? value, bool cents = true, bool plus = false) => Write(value, cents ? 2 : 0, plus, before: "$");

    /// <summary><c>152.20%</c> from 1.522.</summary>
    public static string? Percent(double? fraction, int decimals = 2, bool plus = false) => Write(100 * fraction, decimals, plus, after: "%");

    /// <summary><c>0.74</c>: ratios, prices and other plain numbers.</summary>
    public static string? Number(double? value, int decimals = 2, bool plus = false) => Write(value, decimals, plus);

    /// <summary><c>2,516</c>.</summary>
    public static string? Count(double? value) => Write(value, 0, plus: false);

    /// <summary><c>+1.4 bp</c> from 0.00014.</summary>
    public static string? BasisPoints(double? fraction) => Write(10_000 * fraction, 1, plus: true, after: " bp");

    /// <summary><c>41 MB</c>, in steps of 1,024; one decimal below ten.</summary>
    public static string Bytes(long count)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        double value = count;
        int unit = 0;
        while (value >= 1024 && unit < units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return $"{Write(value, unit > 0 && value < 9.95 ? 1 : 0, plus: false)} {units[unit]}";
    }

    /// <summary><c>2024-12-31</c>.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>13:42:07</c>, in the offset of <paramref name="at"/>.</summary>
    public static string Time(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>2024-12-31 13:42:07</c>, in the offset of <paramref name="at"/>.</summary>
    public static string DateAndTime(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>0.4 s</c>, <c>21 s</c>, <c>4 m 12 s</c>, <c>3 h 5 m</c>, <c>766 days</c>.</summary>
    public static string Duration(TimeSpan span)
    {
        double seconds = Math.Max(0, span.TotalSeconds);
        long whole = (long)Math.Round(seconds);
        return seconds switch
        {
            < 9.95 => $"{Write(seconds, 1, plus: false)} s",
            < 59.5 => $"{whole} s",
            < 3599.5 => $"{whole / 60} m {whole % 60} s",
            < 86_400 => $"{whole / 3600} h {whole % 3600 / 60} m",
            < 172_800 => "1 day",
            _ => $"{Write(Math.Floor(seconds / 86_400), 0, plus: false)} days",
        };
    }

    /// <summary><c>0.2 s ago</c>, <c>9 min ago</c>, <c>3 h ago</c>; the date once a day has passed.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        TimeSpan age = now - at;
        return age.TotalSeconds switch
        {
            < 0.05 => "now",
            < 59.5 => Duration(age) + " ago",
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (int)age.TotalMinutes)} min ago"),
            < 86_400 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago"),
            _ => Date(DateOnly.FromDateTime(at.Date)),
        };
    }

    /// <summary>-1, 0 or 1 of a value as written: what rounds to nought has no sign, no colour and no triangle.</summary>
    public static int Sign(double value, int decimals) => Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : Math.Sign(value);

    private static string? Write(double? value, int decimals, bool plus, string before = "", string after = "")
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return null;
        }

        string sign = Sign(number, decimals) switch { < 0 => Minus, > 0 when plus => "+", _ => "" };
        return sign + before + Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + after;
    }
}
