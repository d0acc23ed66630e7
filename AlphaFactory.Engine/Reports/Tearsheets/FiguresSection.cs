using System.Globalization;
using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Sheets;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>Every figure with its id; formula and convention on hover.</summary>
internal static class FiguresSection
{
    public static void Write(StringBuilder page, ReturnSheet sheet)
    {
        var registry = StatisticRegistry.Shipped();
        page.Append("<section><h2>All figures</h2><p class=\"quiet\">The id names the convention; formula and source stand in the manual, page metrics.</p><dl class=\"all\">");
        foreach (var (id, measure) in sheet.Measures)
        {
            var about = registry.Find(id)!;
            string value = measure.Value is { } figure ? ReportText.Figure(figure, about.Unit) : $"{ReportText.Dash}<small>{ReportText.Html(measure.Reason!)}</small>";
            string hint = about.Convention.Length > 0 ? $"{about.Formula}; {about.Convention}" : about.Formula;
            page.Append($"<div title=\"{ReportText.Html(hint)}\"><dt>{ReportText.Html(about.Name)}<code>{id}</code></dt><dd>{value}</dd></div>");
        }

        foreach (var one in sheet.Deflated)
        {
            string value = one.Probability.Value is { } figure ? ReportText.Figure(figure, StatisticUnit.Fraction) : $"{ReportText.Dash}<small>{ReportText.Html(one.Probability.Reason!)}</small>";
            page.Append(CultureInfo.InvariantCulture, $"<div><dt>Deflated Sharpe ratio of {one.Trials:N0} {(one.Trials == 1 ? "try" : "tries")}<code>deflated_sharpe, variance {one.TrialVariance:G3}</code></dt><dd>{value}</dd></div>");
        }

        page.Append("</dl></section>");
    }
}
