using System.Text;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>Plateau, single best, default and buy and hold side by side.</summary>
internal static class PointSection
{
    public static void Write(StringBuilder page, SweepStudyResult result, ObjectiveWords objective)
    {
        page.Append($"<section><h2>Points</h2><div class=\"table\"><table><thead><tr><th class=\"left\">Point</th><th class=\"left\">Values</th><th>Neighbourhood</th><th>{ReportText.Html(objective.Name)}</th><th>Sharpe ratio</th><th>Total return</th><th>Maximum drawdown</th><th>Trades</th></tr></thead><tbody>");
        Row(page, "Plateau, recommended", result.Plateau, result.PlateauGround, objective);
        Row(page, "Single best", result.Best, result.BestGround, objective);
        Row(page, "Default", result.Default, null, objective);
        Row(page, "Buy and hold", result.BuyAndHold, null, objective);
        page.Append("</tbody></table></div></section>");
    }

    private static void Row(StringBuilder page, string name, SweepRow? row, Plateau? ground, ObjectiveWords objective)
    {
        if (row is null)
        {
            return;
        }

        double? Figure(string id) => row.Figures.GetValueOrDefault(id);
        string values = row.Set is null ? name == "Default" ? "as the run has it" : "" : RowSection.Values(row);
        page.Append($"<tr><td class=\"left\">{name}</td><td class=\"left\">{ReportText.Html(values)}</td><td>{objective.Write(ground?.Median)}</td><td>{objective.Write(row.Objective)}</td><td>{ReportText.Number(Figure("sharpe"))}</td><td>{ReportText.Percent(Figure("total_return"), 1, plus: true)}</td><td>{ReportText.Percent(Figure("max_drawdown"), 1)}</td><td>{ReportText.Number(Figure("trades"), 0)}</td></tr>");
    }
}
