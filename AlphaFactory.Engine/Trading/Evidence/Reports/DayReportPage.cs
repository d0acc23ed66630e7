using System.Text;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>
/// A report as one page that stands alone: it needs no script and asks no other machine for anything; light or dark follows the reader's system. The same report gives the
/// same page to the byte.
/// </summary>
public static class DayReportPage
{
    /// <summary>Writes the page as HTML.</summary>
    public static string Write(DayReport report)
    {
        string title = report.IsDay ? $"Trading on {ReportText.Day(report.From)}" : $"Trading from {ReportText.Day(report.From)} to {ReportText.Day(report.To)}";
        var page = new StringBuilder();
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{ReportText.Html(title)}</title><style>\n{ReportStyle.Sheet}</style></head><body>");
        page.Append($"<header><h1>{ReportText.Html(title)}</h1><p class=\"said\"><strong>{DayReportWords.Money(report.ProfitAndLoss)}</strong> from {DayReportWords.Count(report.Trades, "trade")}; {DayReportWords.Count(report.Blocked, "order")} refused or cut. {ReportText.Html(DayReportWords.Tracking(report.Tracking))}</p></header>");
        DayReportTables.Deployments(page, report);
        DayReportTables.Quality(page, report.Quality);
        DayReportTables.Trades(page, report);
        DayReportTables.Blocked(page, report);
        DayReportTables.Notes(page, report);
        page.Append("<footer class=\"quiet\">Every trade is compared with a backtest over the very bars the deployment saw. Shortfall, delay and execution are fractions of the price in basis points; above 0 they cost money. A dash means undefined.</footer></body></html>\n");
        return page.ToString();
    }
}
