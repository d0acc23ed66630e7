using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.MarketData.Csv;
using CsvHelper;

namespace AlphaFactory.Engine.MarketData.Earnings;

/// <summary>Reads a file of earnings days: a header with symbol and date, perhaps session; every line a report, or the file is refused.</summary>
internal static class EarningsCsvReader
{
    private const string Columns = "Name the columns symbol, date and, where it is known, session in the first line.";

    /// <summary>Reads the file.</summary>
    /// <param name="stream">Seekable; stays open.</param>
    /// <param name="maximum">Most lines taken.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<(IReadOnlyList<EarningsReport> Reports, CsvErrors Errors)> ReadAsync(Stream stream, int maximum, CancellationToken cancellationToken)
    {
        var errors = new CsvErrors();
        var (encoding, head, fault) = await CsvText.ReadHeadAsync(stream, cancellationToken);
        if (fault is not null)
        {
            errors.Add(fault.Line, null, null, fault.Code, fault.Rule, $"Save it as a CSV file, plain text with one report a line. {Columns}");
            return ([], errors);
        }

        using var tokens = new CsvTokens(stream, CsvDelimiter.Find(head) ?? ',', encoding);
        var reports = new List<EarningsReport>();
        try
        {
            await tokens.ReadAsync(cancellationToken);
            string[] names = [.. tokens.ToArray().Select(name => name.TrimStart('\uFEFF').Trim().ToLowerInvariant())];
            int symbol = Array.IndexOf(names, "symbol"), date = Array.IndexOf(names, "date"), session = Array.IndexOf(names, "session");
            if (symbol < 0 || date < 0)
            {
                errors.Add(tokens.Line, null, string.Join(", ", names), "column-missing", $"No column is named {(symbol < 0 ? "symbol" : "date")}.", Columns);
                return ([], errors);
            }

            if (names.Where(name => name is "symbol" or "date" or "session").GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                errors.Add(tokens.Line, twice.Key, null, "column-twice", $"Two columns are named {twice.Key}.", "Take one of them out or give it another name.");
                return ([], errors);
            }

            var seen = new Dictionary<(string, DateOnly), long>();
            while (await tokens.ReadAsync(cancellationToken))
            {
                if (seen.Count >= maximum)
                {
                    errors.Add(tokens.Line, null, null, "file-too-long", $"The file has more than {maximum:N0} reports.", "Split it, or raise the setting AlphaFactory:Import:MaximumRows.");
                    break;
                }

                if (Line(tokens, names.Length, symbol, date, session, errors) is not { } report)
                {
                    continue;
                }

                if (seen.TryAdd((report.Symbol, report.Day), tokens.Line))
                {
                    reports.Add(report);
                }
                else
                {
                    errors.Add(tokens.Line, "date", tokens[date], "day-twice", $"{report.Symbol} has this day on line {seen[(report.Symbol, report.Day)]} already.", "Leave one of the lines out.");
                }
            }
        }
        catch (CsvFormatException broken)
        {
            errors.Add(tokens.Line, null, null, "line-broken", $"The line cannot be cut into fields: {broken.Message}", "Mend the line, or export the file again.");
        }

        if (reports.Count == 0 && errors.Count == 0)
        {
            errors.Add(tokens.Line, null, null, "file-empty", "The file has a header and no report.", "Export it again with at least one line.");
        }

        return (reports, errors);
    }

    private static EarningsReport? Line(CsvTokens tokens, int width, int symbol, int date, int session, CsvErrors errors)
    {
        if (tokens.Count != width || tokens.HasBadQuote)
        {
            errors.Add(tokens.Line, null, null, "line-broken", tokens.HasBadQuote ? "A quote is not closed or not doubled." : $"The line has {tokens.Count} fields; the header has {width}.", "Mend the line, or export the file again.");
            return null;
        }

        long before = errors.Count;
        if (!SymbolGrammar.TryNormalize(tokens[symbol], out string? ticker))
        {
            errors.Add(tokens.Line, "symbol", tokens[symbol], "symbol-invalid", $"A symbol is {SymbolGrammar.Words}.", "Correct it.");
        }

        if (!DateOnly.TryParseExact(tokens[date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add(tokens.Line, "date", tokens[date], "date-invalid", "This is no day of the calendar in the form 2026-01-29.", "Write year, month and day so.");
        }
        else if (day < TradingCalendar.FirstDay || day > TradingCalendar.LastDay)
        {
            errors.Add(tokens.Line, "date", tokens[date], "date-invalid", $"The day must lie between {TradingCalendar.FirstDay:yyyy-MM-dd} and {TradingCalendar.LastDay:yyyy-MM-dd}.", "Correct it, or leave the line out.");
        }

        EarningsSession? part = null;
        switch (session < 0 ? "" : tokens[session].ToLowerInvariant())
        {
            case "":
                break;
            case "before-open":
                part = EarningsSession.BeforeOpen;
                break;
            case "after-close":
                part = EarningsSession.AfterClose;
                break;
            default:
                errors.Add(tokens.Line, "session", tokens[session], "session-invalid", "A session is before-open, after-close or nothing.", "Write one of these.");
                break;
        }

        return errors.Count > before ? null : new EarningsReport(ticker!, day, part);
    }
}
