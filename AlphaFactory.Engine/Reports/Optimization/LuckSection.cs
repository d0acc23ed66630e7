using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>The tests for luck.</summary>
internal static class LuckSection
{
    public static void Write(StringBuilder page, SweepStudyResult result, StatisticRegistry statistics)
    {
        var tests = SweepVerdict.Of(result, statistics).Tests;
        if (tests.Count == 0)
        {
            return;
        }

        page.Append("<section><h2>Is it more than luck?</h2><div class=\"table\" tabindex=\"0\"><table><thead><tr><th class=\"left\">Test</th><th>Found</th><th class=\"left\">Passes</th><th class=\"left\">What it says</th></tr></thead><tbody>");
        foreach (var test in tests)
        {
            page.Append($"<tr><td class=\"left\">{ReportText.Html(test.Name)}</td><td>{test.Figure ?? ReportText.Dash}</td><td class=\"left\">{test.Passes switch { true => "yes", false => "no", _ => "not defined" }}</td><td class=\"left words\">{ReportText.Html(test.Text)}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }
}
