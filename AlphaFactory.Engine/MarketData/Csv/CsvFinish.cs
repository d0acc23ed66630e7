using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Quality;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>The last step of reading: what can be said only when all lines are known.</summary>
internal static class CsvFinish
{
    /// <summary>Settles the times, puts the oldest bar first and lists the findings.</summary>
    public static CsvReadOutcome Complete(CsvRows rows, CsvSymbolFilter filter, CsvColumns columns, CsvReadRequest request, DateTimeOffset now, CsvErrors errors)
    {
        if (rows.Count == 0 && errors.Count == 0)
        {
            errors.Add(2, null, null, "no-bars", filter.Skipped > 0 ? $"No line is of {filter.Symbol}; the file holds {string.Join(", ", filter.Others)}." : "There is no bar below the header.", filter.Skipped > 0 ? "Choose one of these symbols." : "Export the file again with its data.");
        }

        if (rows.Count > 0 && filter.Symbol is null)
        {
            errors.Add(1, null, null, "symbol-unknown", "Nothing says which symbol these bars are of.", "Give the symbol, or add a symbol column.");
        }

        string column = columns.Name(CsvField.Time);
        errors.StartPhase();
        CsvTimeline? timeline = rows.Count > 0 ? CsvTimeline.Resolve(rows, request, column, errors) : null;
        bool descending = timeline is not null && CsvTimeRules.Check(rows, timeline, now, column, errors);
        if (timeline is null || errors.Count > 0)
        {
            return new CsvRefused(errors.First, errors.Count);
        }

        RawBars bars = Assemble(rows, timeline.Times, descending);
        List<DataFinding> findings = [.. Notes(rows, filter, columns, descending), .. SeriesQuality.Inspect(bars, timeline.Interval).Findings];
        return new CsvBars(filter.Symbol!, timeline.Interval, bars, findings);
    }

    private static RawBars Assemble(CsvRows rows, long[] times, bool descending)
    {
        double[] ones = new double[rows.Count];
        Array.Fill(ones, 1.0);
        double[][] columns = [[.. rows.Open], [.. rows.High], [.. rows.Low], [.. rows.Close], [.. rows.Volume], rows.Factor.Count > 0 ? [.. rows.Factor] : [.. ones]];
        if (descending)
        {
            Array.Reverse(times);
            Array.ForEach(columns, Array.Reverse);
        }

        return new RawBars(times, columns[0], columns[1], columns[2], columns[3], columns[4], ones, columns[5]);
    }

    private static IEnumerable<DataFinding> Notes(CsvRows rows, CsvSymbolFilter filter, CsvColumns columns, bool descending)
    {
        if (descending)
        {
            yield return new DataFinding("newest-first", "The file runs from the newest bar to the oldest; it was turned round.", "", 1, null);
        }

        if (rows.Widened > 0)
        {
            yield return new DataFinding("range-widened", string.Create(CultureInfo.InvariantCulture, $"In {rows.Widened:N0} bars high or low missed open or close by rounding (at most 0.0001%) and was moved to it."), "", rows.Widened, null);
        }

        if (filter.Skipped > 0)
        {
            yield return new DataFinding("other-symbols", string.Create(CultureInfo.InvariantCulture, $"{filter.Skipped:N0} lines of {string.Join(", ", filter.Others)} were left out."), "Import them one by one from the same file.", filter.Skipped, null);
        }

        if (columns.Ignored is { Count: > 0 } ignored)
        {
            yield return new DataFinding("columns-ignored", $"Not read: {CsvError.Shorten(string.Join(", ", ignored))}.", "", ignored.Count, null);
        }

        if (!columns.Index.ContainsKey(CsvField.AdjustedClose))
        {
            yield return new DataFinding("no-adjusted-close", "There is no adjusted close, so dividends are unknown and total-return prices equal the plain ones.", "Import a file with an adj close column to add them.", rows.Count, null);
        }
    }
}
