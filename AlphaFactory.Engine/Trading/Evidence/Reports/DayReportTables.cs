using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>The tables of a report.</summary>
internal static class DayReportTables
{
    private const int MostRows = 500;

    public static void Deployments(StringBuilder page, DayReport report)
    {
        page.Append("<section><h2>Deployments</h2>");
        if (report.Deployments.Count == 0)
        {
            page.Append("<p>No deployment has a judged day in it.</p></section>");
            return;
        }

        page.Append("<div class=\"table\"><table><thead><tr><th class=\"left\">Deployment</th><th class=\"left\">Money</th><th>P&amp;L</th><th>Return</th><th>Equity</th><th>Behind its backtest</th><th>Trades</th><th>Matched</th><th>Blocked</th></tr></thead><tbody>");
        foreach (var part in report.Deployments)
        {
            var tracking = Tracking.Of(part.Rows);
            string matched = tracking.Trades == 0 ? ReportText.Dash : string.Create(CultureInfo.InvariantCulture, $"{tracking.Matched} of {tracking.Trades}");
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"left\">{ReportText.Html(part.Name)}, {ReportText.Html(string.Join(", ", part.Symbols))}</td><td class=\"left\">{part.Mode}{(part.IsExercise ? ", replay of known bars" : "")}</td><td>{DayReportWords.Money(part.ProfitAndLoss)}</td><td>{ReportText.Percent(part.Return.Value, 2, plus: true)}</td><td>{DayReportWords.Money(part.Equity, plus: false)}</td><td>{DayReportWords.Money(part.BehindShadow)}</td><td>{part.Trades.Count}</td><td>{matched}</td><td>{part.Blocked.Count}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }

    public static void Quality(StringBuilder page, ExecutionQuality quality)
    {
        if (quality.All.Orders == 0)
        {
            return;
        }

        page.Append("<section><h2>Execution</h2><p class=\"quiet\">means an order with their 95% intervals; the model stands for the part from arrival to fill</p><div class=\"table\"><table><thead><tr><th class=\"left\">Orders</th><th>n</th><th>Shortfall</th><th>Delay</th><th>Execution</th><th>Model</th><th>Commission</th></tr></thead><tbody>");
        foreach (var group in (QualityGroup[])[quality.All, .. quality.BySide, .. quality.ByHour])
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"left\">{ReportText.Html(group.Name)}</td><td>{group.Orders}</td><td>{Mean(group.Shortfall)}</td><td>{Mean(group.Delay)}</td><td>{Mean(group.Execution)}</td><td>{DayReportWords.BasisPoints(group.Assumed.Value.Value)}</td><td>{DayReportWords.BasisPoints(group.Commission.Value.Value)}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }

    public static void Trades(StringBuilder page, DayReport report)
    {
        var rows = report.Deployments.SelectMany(part => part.Rows.Select(row => (part, row))).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Append("<section><h2>Trade by trade</h2><p class=\"quiet\">each live trade beside the one of its backtest</p><div class=\"table\"><table><thead><tr><th class=\"left\">Trade</th><th class=\"left\">Compared</th><th>Live P&amp;L</th><th>Backtest P&amp;L</th><th>Entry</th><th>Exit</th><th class=\"left\">Cause</th></tr></thead><tbody>");
        foreach (var (part, row) in rows.Take(MostRows))
        {
            page.Append($"<tr><td class=\"left\">{ReportText.Html(row.Either.Symbol)} {(row.Either.Side > 0 ? "long" : "short")}, {row.Either.Entered.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}; {ReportText.Html(part.Name)}</td><td class=\"left\">{DayReportWords.Kind(row.Kind)}</td><td>{Money(row.Live)}</td><td>{Money(row.Expected)}</td><td>{DayReportWords.BasisPoints(row.EntryDifference)}</td><td>{DayReportWords.BasisPoints(row.ExitDifference)}</td><td class=\"left words\">{DayReportWords.Cause(row.Cause)}{(row.Why is null ? "" : ": " + ReportText.Html(row.Why))}</td></tr>");
        }

        page.Append("</tbody></table></div>");
        page.Append(rows.Count > MostRows ? string.Create(CultureInfo.InvariantCulture, $"<p class=\"quiet\">and {rows.Count - MostRows:N0} more; the page of each deployment has them all</p></section>") : "</section>");
    }

    public static void Blocked(StringBuilder page, DayReport report)
    {
        var groups = report.Deployments.SelectMany(part => part.Blocked.Select(answer => (part.Name, answer))).GroupBy(one => (one.Name, one.answer.By, one.answer.Code)).OrderByDescending(group => group.Count()).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        page.Append("<section><h2>Refused or cut</h2><div class=\"table\"><table><thead><tr><th class=\"left\">Deployment</th><th class=\"left\">By</th><th class=\"left\">Why</th><th>Refused</th><th>Cut</th><th class=\"left\">The last one</th></tr></thead><tbody>");
        foreach (var group in groups)
        {
            var last = group.MaxBy(one => one.answer.Decided).answer;
            string numbers = RuleWords.Numbers(last.Code, last.Value, last.Limit) is { } known ? $", {known}" : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"left\">{ReportText.Html(group.Key.Name)}</td><td class=\"left\">{ReportText.Html(RuleWords.Name(group.Key.By))}</td><td class=\"left words\">{ReportText.Html(RuleWords.Meaning(group.Key.Code))}</td><td>{group.Count(one => one.answer.Allowed == 0)}</td><td>{group.Count(one => one.answer.Allowed > 0)}</td><td class=\"left words\">{last.Side} {last.Asked:0.####} {ReportText.Html(last.Symbol)}{numbers}{(last.Words is null ? "" : ": " + ReportText.Html(last.Words))}</td></tr>");
        }

        page.Append("</tbody></table></div></section>");
    }

    public static void Notes(StringBuilder page, DayReport report)
    {
        if (report.Notes.Count == 0)
        {
            return;
        }

        page.Append("<section><h2>Notes</h2>");
        foreach (var note in report.Notes)
        {
            page.Append($"<p>{ReportText.Html(note.Text)} <span class=\"quiet\">{ReportText.Html(note.By)}, {ReportText.Day(note.Day)}</span></p>");
        }

        page.Append("</section>");
    }

    private static string Money(TradeFacts? trade) => trade is null ? ReportText.Dash : DayReportWords.Money(trade.ProfitAndLoss);

    private static string Mean(MeanMeasure mean) => DayReportWords.BasisPoints(mean.Value.Value) + (mean.Interval is { } interval ? $" <span class=\"quiet\">{DayReportWords.BasisPoints(interval.Low)} to {DayReportWords.BasisPoints(interval.High)}</span>" : "");
}
