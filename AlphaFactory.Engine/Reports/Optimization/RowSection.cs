using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>The best rows.</summary>
internal static class RowSection
{
    public static void Write(StringBuilder page, SweepStudyResult result, ObjectiveWords objective)
    {
        if (result.Top.Count == 0)
        {
            return;
        }

        var columns = new FigureColumns(result.Sweep.Objective);
        page.Append(CultureInfo.InvariantCulture, $"<section><h2>Best {result.Top.Count} of {FigureText.Count(result.Sets, "set")}</h2><div class=\"table\" tabindex=\"0\"><table><thead><tr><th class=\"left\">Values</th><th>{ReportText.Html(objective.Name)}</th>");
        columns.Heads(page);
        page.Append("</tr></thead><tbody>");
        foreach (var row in result.Top)
        {
            page.Append($"<tr><td class=\"left\">{ReportText.Html(Values(row))}</td><td>{objective.Write(row.Objective)}</td>");
            columns.Cells(page, row);
            page.Append("</tr>");
        }

        page.Append("</tbody></table></div></section>");
    }

    /// <summary>The values of a row in one line.</summary>
    public static string Values(SweepRow row) => Values(row.Values);

    /// <summary>Values of a set in one line.</summary>
    public static string Values(IReadOnlyDictionary<string, string> values) => string.Join(", ", values.Select(pair => $"{ObjectiveWords.Spoken(pair.Key)} {pair.Value}"));
}
