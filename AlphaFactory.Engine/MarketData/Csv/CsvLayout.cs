using System.Text;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>The shape of a file as its start shows it.</summary>
/// <param name="Encoding">How bytes become text.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="HasHeader">False when the first line is already a bar.</param>
/// <param name="HeaderLine">Line of the header or of the first bar.</param>
/// <param name="Headers">Names as written, or Column 1, Column 2 where there is no header.</param>
/// <param name="Sample">First bars as text.</param>
internal sealed record CsvLayout(Encoding Encoding, char Delimiter, bool HasHeader, long HeaderLine, IReadOnlyList<string> Headers, IReadOnlyList<string[]> Sample)
{
    private const int SampleRows = 200;

    /// <summary>Looks at the start of the file. Reads the first bars only.</summary>
    public static async Task<(CsvLayout? Layout, CsvError? Error)> DetectAsync(Stream stream, CsvMapping mapping, CancellationToken cancellationToken)
    {
        (Encoding encoding, string head, CsvError? error) = await CsvText.ReadHeadAsync(stream, cancellationToken);
        if (error is not null)
        {
            return (null, error);
        }

        if ((mapping.Delimiter ?? CsvDelimiter.Find(head)) is not { } delimiter)
        {
            return (null, new CsvError(1, null, CsvError.Shorten(CsvDelimiter.FirstLine(head)), "delimiter-unknown", "No comma, semicolon or tab separates the fields.", "Export the file with one of these between the columns."));
        }

        using var tokens = new CsvTokens(stream, delimiter, encoding);
        try
        {
            if (!await tokens.ReadAsync(cancellationToken))
            {
                return (null, new CsvError(1, null, null, "file-empty", "The file holds no line.", "Export it again with a header line and at least one bar."));
            }

            string[] first = tokens.ToArray();
            long line = tokens.Line;
            bool hasHeader = mapping.HasHeader && !LooksLikeBar(first);
            List<string[]> sample = hasHeader ? [] : [first];
            while (sample.Count < SampleRows && await tokens.ReadAsync(cancellationToken))
            {
                sample.Add(tokens.ToArray());
            }

            IReadOnlyList<string> headers = hasHeader ? first : [.. Enumerable.Range(1, first.Length).Select(i => $"Column {i}")];
            return (new CsvLayout(encoding, delimiter, hasHeader, line, headers, sample), null);
        }
        catch (CsvHelper.CsvFormatException fault)
        {
            return (null, LineTooLong(fault.LineNumber));
        }
    }

    /// <summary>A line without end.</summary>
    public static CsvError LineTooLong(long line) =>
        new(Math.Max(1, line), null, null, "line-too-long", "The line is longer than 64 kB.", "Write one bar a line.");

    private static bool LooksLikeBar(string[] fields) =>
        fields.Length >= 5 && fields.Count(f => f.Length > 0 && char.IsAsciiDigit(f[0])) >= fields.Length - 1 && fields.Any(f => CsvTime.TryParse(f, out _));
}
