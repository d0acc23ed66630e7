using AlphaFactory.Core.Instruments;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Looks at the start of a file and says how it would be read.</summary>
public static class CsvPreviewer
{
    private const int ShownRows = 10;

    /// <summary>Makes a preview of a seekable stream, or says why there is none.</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="fileName">Its name, which may be the symbol.</param>
    /// <param name="mapping">What was decided so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<(CsvPreview? Preview, CsvError? Error)> LookAsync(Stream stream, string fileName, CsvMapping mapping, CancellationToken cancellationToken)
    {
        (CsvLayout? layout, CsvError? error) = await CsvLayout.DetectAsync(stream, mapping, cancellationToken);
        return layout is null ? (null, error) : (Describe(layout, fileName, mapping), null);
    }

    private static CsvPreview Describe(CsvLayout layout, string fileName, CsvMapping mapping)
    {
        CsvColumns columns = CsvColumns.Resolve(layout, mapping, new CsvErrors());
        if (!layout.HasHeader && columns.Index.Count == 0)
        {
            columns = columns with { Index = CsvColumns.Usual(layout.Headers.Count) };
        }

        string[] symbols = [.. Column(layout, columns, CsvField.Symbol).Select(text => SymbolGrammar.TryNormalize(text, out string? symbol) ? symbol : null).OfType<string>().Distinct()];
        string? proposed = symbols.Length > 0 ? symbols[0] : SymbolGrammar.FromFileName(fileName);
        CsvMapping detected = mapping with
        {
            Delimiter = layout.Delimiter,
            HasHeader = layout.HasHeader,
            Columns = columns.Index,
            DecimalSeparator = CsvNumbers.Detect(layout, columns, mapping).Decimal,
        };
        return new CsvPreview(layout.Encoding.WebName, layout.Delimiter, layout.HasHeader, layout.Headers, [.. layout.Sample.Take(ShownRows)], detected, columns.Missing,
            Questions(layout, columns, mapping, proposed, symbols), symbols, proposed);
    }

    private static CsvQuestions Questions(CsvLayout layout, CsvColumns columns, CsvMapping mapping, string? symbol, string[] symbols)
    {
        List<CsvTime> times = [.. Column(layout, columns, CsvField.Time).Select(text => CsvTime.TryParse(text, out CsvTime time) ? time : (CsvTime?)null).OfType<CsvTime>()];
        bool pairs = times.Count > 0 && (times[0].Form & CsvTimeForm.Pair) != 0 && times.TrueForAll(t => t is { First: <= 12, Second: <= 12 });
        bool clock = columns.Index.ContainsKey(CsvField.Clock) || times.Exists(t => t is { Offset: null, Milliseconds: > 0 });
        return (columns.Missing.Count > 0 || (!layout.HasHeader && mapping.Columns.Count == 0) ? CsvQuestions.Columns : 0)
            | (pairs && mapping.DateOrder is null ? CsvQuestions.DateOrder : 0)
            | (clock && mapping.Clock is null ? CsvQuestions.Clock : 0)
            | (symbol is null || symbols.Length > 1 ? CsvQuestions.Symbol : 0);
    }

    private static IEnumerable<string> Column(CsvLayout layout, CsvColumns columns, CsvField field) =>
        columns.Index.TryGetValue(field, out int index) ? layout.Sample.Where(row => index < row.Length).Select(row => row[index]) : [];
}
