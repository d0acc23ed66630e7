using System.Globalization;
using System.Text;
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

        page.Append(CultureInfo.InvariantCulture, $"<section><h2>Best {result.Top.Count} of {result.Sets:N0} sets</h2><div class=\"table\"><table><thead><tr><th class=\"left\">Values</th><th>{ReportText.Html(objective.Name)}</th><th>Sharpe ratio</th><th>Total return</th><th>Maximum drawdown</th><th>Trades</th></tr></thead><tbody>");
        foreach (var row in result.Top)
        {
            double? Figure(string id) => row.Figures.GetValueOrDefault(id);
            page.Append($"<tr><td class=\"left\">{ReportText.Html(Values(row))}</td><td>{objective.Write(row.Objective)}</td><td>{ReportText.Number(Figure("sharpe"))}</td><td>{ReportText.Percent(Figure("total_return"), 1, plus: true)}</td><td>{ReportText.Percent(Figure("max_drawdown"), 1)}</td><td>{ReportText.Number(Figure("trades"), 0)}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }

    /// <summary>The values of a row in one line.</summary>
    public static string Values(SweepRow row) => string.Join(", ", row.Values.Select(pair => $"{ObjectiveWords.Spoken(pair.Key)} {pair.Value}"));
}
