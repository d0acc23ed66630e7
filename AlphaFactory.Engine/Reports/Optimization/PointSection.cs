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
        var columns = new FigureColumns(result.Sweep.Objective);
        page.Append($"<section><h2>Points</h2><div class=\"table\" tabindex=\"0\"><table><thead><tr><th class=\"left\">Point</th><th class=\"left\">Values</th><th>Neighbourhood</th><th>{ReportText.Html(objective.Name)}</th>");
        columns.Heads(page);
        page.Append("</tr></thead><tbody>");
        Row(page, "Plateau, recommended", result.Plateau, result.PlateauGround, objective, columns);
        Row(page, "Single best", result.Best, result.BestGround, objective, columns);
        Row(page, "Default", result.Default, null, objective, columns);
        Row(page, "Buy and hold", result.BuyAndHold, null, objective, columns);
        page.Append("</tbody></table></div></section>");
    }

    private static void Row(StringBuilder page, string name, SweepRow? row, Plateau? ground, ObjectiveWords objective, FigureColumns columns)
    {
        if (row is null)
        {
            return;
        }

        string values = row.Set is null ? name == "Default" ? "as the run has it" : "" : RowSection.Values(row);
        page.Append($"<tr><td class=\"left\">{name}</td><td class=\"left\">{ReportText.Html(values)}</td><td>{objective.Write(ground?.Median)}</td><td>{objective.Write(row.Objective)}</td>");
        columns.Cells(page, row);
        page.Append("</tr>");
    }
}
