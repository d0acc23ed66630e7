using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Engine.Trading.Evidence.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>What can be taken away from the journal: its entries, the reports and the trades of a comparison, with raw numbers.</summary>
public static class JournalEndpoints
{
    private const int Step = 1000, Most = 200_000;

    public static IEndpointRouteBuilder MapJournalData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/journal/export.csv", ExportAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/journal/reports/{day}/report.html", ReportAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/journal/tracking/{id}/trades.csv", TradesAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    /// <summary>Every entry of the filter, newest first, a thousand at a time: nobody needs the memory for all of them.</summary>
    private static PushStreamHttpResult ExportAsync(string? deployment, string? kind, string? day, string? q, ITradingJournal journal, CancellationToken cancellationToken)
    {
        var query = JournalFilter.Parse(deployment, kind, day, q, null).Query;
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                await writer.WriteAsync("market_time,machine_time,day,kind,weight,deployment,text,tags,by\n");
                for (int skip = 0; skip < Most; skip += Step)
                {
                    var page = await journal.ReadAsync(query with { Skip = skip, Take = Step }, cancellationToken);
                    foreach (var entry in page.Entries)
                    {
                        await writer.WriteAsync(string.Join(',', new[]
                        {
                            Time(entry.MarketAt), Time(entry.At), entry.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Kind.ToString().ToLowerInvariant(),
                            entry.Weight.ToString(CultureInfo.InvariantCulture), entry.Deployment ?? "", entry.Text, string.Join(' ', entry.Note?.Tags ?? []), entry.Note?.By ?? "",
                        }.Select(Quoted)) + "\n");
                    }

                    if (page.Entries.Count < Step)
                    {
                        break;
                    }
                }
            },
            "text/csv", "journal.csv");
    }

    private static async Task<IResult> ReportAsync(string day, string? span, IDayReports reports, CancellationToken cancellationToken)
    {
        if (JournalFilter.ReadDay(day) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var report = span == "week" ? await reports.OfWeekAsync(known, cancellationToken) : await reports.OfDayAsync(known, cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(DayReportPage.Write(report)), "text/html", $"trading-{(span == "week" ? "week-" : "")}{day}.html");
    }

    private static async Task<IResult> TradesAsync(string id, IEvidenceStore store, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("day,symbol,side,compared,tracks,cause,why,live_entered,live_left,live_quantity,live_entry,live_exit,live_pnl,backtest_entered,backtest_left,backtest_quantity,backtest_entry,backtest_exit,backtest_pnl,entry_worse,exit_worse,allowed\n");
        foreach (var day in await store.DaysAsync(id, cancellationToken))
        {
            foreach (var row in day.Rows)
            {
                text.AppendJoin(',', new[] { day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Either.Symbol, row.Either.Side > 0 ? "long" : "short", row.Kind.ToString().ToLowerInvariant(), row.Tracks?.ToString().ToLowerInvariant() ?? "", row.Cause?.ToString().ToLowerInvariant() ?? "", row.Why ?? "" }
                    .Concat(Sides(row.Live)).Concat(Sides(row.Expected)).Concat([Number(row.EntryDifference), Number(row.ExitDifference), Number(row.Allowed)]).Select(Quoted)).Append('\n');
            }
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"tracking-{id}.csv");
    }

    private static string[] Sides(TradeFacts? trade) => trade is null ? ["", "", "", "", "", ""]
        : [Time(trade.Entered), Time(trade.Left), Number(trade.Quantity), Number(trade.EntryPrice), Number(trade.ExitPrice), Number(trade.ProfitAndLoss)];

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A cell; one that a spreadsheet would take for a formula is made text.</summary>
    private static string Quoted(string cell)
    {
        string safe = cell.Length > 0 && cell[0] is '=' or '@' or '+' or '\t' or '\r' ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny("\",\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
