using System.Globalization;

namespace AlphaFactory.Core.Parameters;

/// <summary>
/// The edge where fractions inside become per cent outside. Shifts the decimal point of the text, so that nothing is lost either way
/// down to a fraction of 1e-11.
/// </summary>
public static class PercentText
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>0.001 as <c>0.1</c>.</summary>
    public static string OfFraction(double fraction) =>
        decimal.TryParse(fraction.ToString("R", s_culture), NumberStyles.Float, s_culture, out decimal exact)
            ? (exact * 100).ToString("0.############################", s_culture)
            : (fraction * 100).ToString("R", s_culture);

    /// <summary><c>0.1</c> as 0.001; null when the text is no number.</summary>
    public static double? ToFraction(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, s_culture, out decimal exact))
        {
            // By way of text: the conversion from decimal to double may miss the nearest double.
            return double.Parse((exact / 100).ToString(s_culture), s_culture);
        }

        return double.TryParse(text, NumberStyles.Float, s_culture, out double number) ? number / 100 : null;
    }
}
