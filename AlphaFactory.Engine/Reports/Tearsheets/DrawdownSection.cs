using System.Globalization;
using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Drawdowns;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>The ten deepest falls.</summary>
internal static class DrawdownSection
{
    private const int Most = 10;

    public static void Write(StringBuilder page, Performance run)
    {
        var falls = Drawdown.Worst(run, Most);
        page.Append("<section><h2>Deepest drawdowns</h2>");
        if (falls.Count == 0)
        {
            page.Append("<p class=\"quiet\">Equity never closed below a peak.</p></section>");
            return;
        }

        page.Append("<div class=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\" class=\"left\">Depth</th><th scope=\"col\">Peak</th><th scope=\"col\">Bottom</th><th scope=\"col\">Recovered</th><th scope=\"col\">Days down</th><th scope=\"col\">Days up</th><th scope=\"col\">Days in all</th></tr></thead><tbody>");
        foreach (var fall in falls)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"left loss\">{ReportText.Percent(fall.Depth)}</td><td>{Day(run, fall.Peak)}</td><td>{Day(run, fall.Trough)}</td><td>{(fall.Recovery is { } day ? Day(run, day) : "open")}</td><td>{fall.DaysDown:N0}</td><td>{(fall.DaysUp is { } up ? up.ToString("N0", CultureInfo.InvariantCulture) : ReportText.Dash)}</td><td>{fall.Length:N0}{(fall.IsOpen ? " so far" : "")}</td></tr>");
        }

        page.Append("</tbody></table></div><p class=\"quiet\">Trading days. The start counts as a peak.</p></section>");
    }

    private static string Day(Performance run, int row) =>
        row < 0 ? "start" : run.Dates.Length > 0 ? ReportText.Day(run.Dates[row]) : $"day {(row + 1).ToString("N0", CultureInfo.InvariantCulture)}";
}
