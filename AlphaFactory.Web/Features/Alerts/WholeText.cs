using System.Globalization;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>Whole numbers of a form.</summary>
internal static class WholeText
{
    /// <summary>As text; one that could not be read is empty.</summary>
    public static string Of(int number) => number < 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As a number; what cannot be read is −1, which the check refuses.</summary>
    public static int Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
