using System.Globalization;
using System.Net;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Reports;

/// <summary>How figures and names are written in a report.</summary>
internal static class ReportText
{
    public const string Dash = "–";

    private const double LargestPlain = 1e9;

    public static string Html(string text) => WebUtility.HtmlEncode(text);

    public static string Percent(double? fraction, int decimals = 2, bool plus = false) => Write(100 * fraction, decimals, plus, "%");

    public static string Number(double? value, int decimals = 2) => Write(value, decimals, false, "");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A figure in its unit; small ratios and probabilities keep the digits that tell them apart.</summary>
    public static string Figure(double value, StatisticUnit unit) => unit switch
    {
        StatisticUnit.Fraction when value is > 0 and < 1e-6 => "<0.0001%",
        StatisticUnit.Fraction => Small(100 * value) ? Digits(100 * value) + "%" : Percent(value),
        StatisticUnit.Count => Write(value, 0, false, ""),
        StatisticUnit.Days => Write(value, 0, false, Math.Round(value) == 1 ? " day" : " days"),
        StatisticUnit.Money => Write(value, 2, false, ""),
        _ => Small(value) ? Digits(value) : Number(value),
    };

    /// <summary>A length in drawings: two decimals are a fiftieth of a pixel.</summary>
    public static string Length(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static bool Small(double value) => value != 0 && Math.Abs(value) < 0.1;

    private static string Digits(double value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("G3", CultureInfo.InvariantCulture);

    private static string Write(double? value, int decimals, bool plus, string after)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return Dash;
        }

        bool nought = Math.Abs(number) < 0.5 * Math.Pow(10, -decimals);
        string sign = nought ? "" : number < 0 ? "−" : plus ? "+" : "";
        string form = Math.Abs(number) < LargestPlain ? "N" + decimals.ToString(CultureInfo.InvariantCulture) : "0.00E+0";
        return sign + Math.Abs(number).ToString(form, CultureInfo.InvariantCulture) + after;
    }
}
