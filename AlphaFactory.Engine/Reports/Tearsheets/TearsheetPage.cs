using System.Text;
using AlphaFactory.Core.Statistics.Sheets;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>
/// One page that stands alone: figures, charts and tables of a return series. It needs no script and asks no other machine for
/// anything; light or dark follows the reader's system. The same series gives the same page to the byte.
/// </summary>
public static class TearsheetPage
{
    /// <summary>Writes the page as HTML.</summary>
    /// <param name="series">The series, at least one finite return.</param>
    /// <param name="sheet">Its figures.</param>
    public static string Write(ReturnSeries series, ReturnSheet sheet)
    {
        var page = new StringBuilder();
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{ReportText.Html(series.Name)}: tearsheet</title><style>\n{ReportStyle.Sheet}</style></head><body>");
        HeadlineSection.Write(page, series, sheet);
        EquitySection.Write(page, series);
        MonthlySection.Write(page, series.Run);
        RollingSection.Write(page, series);
        DistributionSection.Write(page, sheet);
        DrawdownSection.Write(page, series.Run);
        FiguresSection.Write(page, sheet);
        page.Append("<footer class=\"quiet\">Daily simple returns; a year has 252 trading days; risk-free rate 0 where none is named; deviations with n − 1 where not said otherwise. Intervals: 1,000 resamples of the days by the stationary bootstrap, mean block 20 days. A dash means undefined, with the reason beside it.</footer></body></html>\n");
        return page.ToString();
    }
}
