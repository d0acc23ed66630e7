using System.Globalization;
using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Periods;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>Returns of every month and year, the larger the deeper in colour.</summary>
internal static class MonthlySection
{
    public static void Write(StringBuilder page, Performance run)
    {
        if (run.Dates.Length == 0)
        {
            return;
        }

        var years = MonthlyReturns.Of(run.Dates, run.Returns);
        double largest = years.SelectMany(year => year.Months).Max(month => Math.Abs(month ?? 0));
        page.Append("<section><h2>Returns by month</h2><div class=\"table\" tabindex=\"0\"><table class=\"heat\"><thead><tr><th scope=\"col\">Year</th>");
        foreach (string month in CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12))
        {
            page.Append($"<th scope=\"col\">{month}</th>");
        }

        page.Append("<th scope=\"col\" class=\"total\">Year</th></tr></thead><tbody>");
        foreach (var year in years)
        {
            page.Append($"<tr><td>{year.Year}</td>");
            foreach (double? month in year.Months)
            {
                page.Append(month is { } value ? $"<td style=\"background:{Colour(value, largest)}\">{ReportText.Percent(value, 1)}</td>" : "<td></td>");
            }

            page.Append($"<td class=\"total {(year.Total < 0 ? "loss" : "gain")}\">{ReportText.Percent(year.Total, 1, true)}</td></tr>");
        }

        page.Append("</tbody></table></div><p class=\"quiet\">Compounded from daily returns; the first and the last month may be cut short.</p></section>");
    }

    private static string Colour(double value, double largest)
    {
        double share = largest > 0 && double.IsFinite(largest) ? 100 * Math.Abs(value) / largest : 0;
        return $"color-mix(in srgb,var(--af-div-{(value < 0 ? 2 : 4)}) {ReportText.Length(share)}%,var(--af-div-3))";
    }
}
