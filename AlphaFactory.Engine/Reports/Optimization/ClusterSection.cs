using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>Where the best tenth of the sets lies: one large group is ground to stand on, many small ones are peaks of noise.</summary>
internal static class ClusterSection
{
    public static void Write(StringBuilder page, SweepStudyResult result, ObjectiveWords objective)
    {
        if (result.Clusters is not { } clusters)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<section><h2>Clusters of good sets</h2><p class=\"quiet\">The best tenth, {FigureText.Count(clusters.Sets, "set")} with {ReportText.Html(objective.Name)} of {objective.Write(clusters.Least)} or more, in {clusters.Count:N0} {(clusters.Count == 1 ? "group" : "groups")} of neighbours{(clusters.Count > clusters.Largest.Count ? $"; the {clusters.Largest.Count} largest" : "")}.</p><div class=\"table\" tabindex=\"0\"><table><thead><tr><th>Sets</th>");
        foreach (var axis in result.Sweep.Axes)
        {
            page.Append($"<th>{ReportText.Html(ObjectiveWords.Spoken(axis.Name))}</th>");
        }

        page.Append("<th>Median</th><th>Best</th><th class=\"left\">Best set</th></tr></thead><tbody>");
        foreach (var cluster in clusters.Largest)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{cluster.Sets:N0}</td>");
            foreach (var axis in result.Sweep.Axes)
            {
                page.Append($"<td>{ReportText.Html(cluster.Ranges.First(range => range.Name == axis.Name).Write())}</td>");
            }

            page.Append($"<td>{objective.Write(cluster.Median)}</td><td>{objective.Write(cluster.BestObjective)}</td><td class=\"left\">{ReportText.Html(RowSection.Values(cluster.BestValues))}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }
}
