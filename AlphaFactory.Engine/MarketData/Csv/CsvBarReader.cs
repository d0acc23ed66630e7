using AlphaFactory.Core.Instruments;
using CsvHelper;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>
/// Reads a price file line by line. Either every line becomes a bar, or the file is refused with the line, the column, the value, the
/// rule and the remedy of what is wrong. Nothing is guessed where the file leaves two readings.
/// </summary>
public sealed class CsvBarReader(TimeProvider time)
{
    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; must be seekable. It stays open.</param>
    /// <param name="request">What it is to be read as.</param>
    /// <param name="progress">Told the bytes read so far; may be null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<CsvReadOutcome> ReadAsync(Stream stream, CsvReadRequest request, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        (CsvLayout? layout, CsvError? error) = await CsvLayout.DetectAsync(stream, request.Mapping, cancellationToken);
        if (layout is null)
        {
            return new CsvRefused([error!], 1);
        }

        var errors = new CsvErrors();
        string? wanted = null;
        if (request.Symbol is not null && !SymbolGrammar.TryNormalize(request.Symbol, out wanted))
        {
            errors.Add(1, null, request.Symbol, "symbol-invalid", $"A symbol is {SymbolGrammar.Words}.", "Choose another symbol.");
        }

        CsvColumns columns = CsvColumns.Resolve(layout, request.Mapping, errors);
        CheckHeader(layout, columns, errors);
        if (errors.Count > 0)
        {
            return new CsvRefused(errors.First, errors.Count);
        }

        var rows = new CsvRowReader(layout, columns, CsvNumbers.Detect(layout, columns, request.Mapping), errors);
        var filter = new CsvSymbolFilter(wanted, columns, errors);
        await ReadRowsAsync(stream, layout, rows, filter, request.MaximumRows, errors, progress, cancellationToken);
        return CsvFinish.Complete(rows.Rows, filter, columns, request, time.GetUtcNow(), errors);
    }

    private static void CheckHeader(CsvLayout layout, CsvColumns columns, CsvErrors errors)
    {
        if (columns.Missing is not { Count: > 0 } missing)
        {
            return;
        }

        string words = string.Join(", ", missing.Select(CsvColumns.Word)), found = CsvError.Shorten(string.Join(", ", layout.Headers));
        if (layout.HasHeader)
        {
            errors.Add(layout.HeaderLine, null, found, "column-missing", $"No column is named {words}.", "Choose the columns by hand, or name them date, open, high, low, close, volume in the first line.");
        }
        else
        {
            errors.Add(layout.HeaderLine, null, CsvError.Shorten(string.Join(layout.Delimiter, layout.Sample[0])), "header-missing", "The first line is already a bar; there is no header.", "Add the line date,open,high,low,close,volume on top, or choose the columns by hand.");
        }
    }

    private static async Task ReadRowsAsync(
        Stream stream, CsvLayout layout, CsvRowReader rows, CsvSymbolFilter filter, int maximum, CsvErrors errors, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var tokens = new CsvTokens(stream, layout.Delimiter, layout.Encoding);
        try
        {
            bool isHeader = layout.HasHeader;
            while (await tokens.ReadAsync(cancellationToken))
            {
                if ((tokens.Line & 0x3FFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(stream.Position);
                }

                if (rows.Rows.Count >= maximum)
                {
                    errors.Add(tokens.Line, null, null, "file-too-long", $"The file has more than {maximum:N0} bars.", "Split it, or raise the setting AlphaFactory:Import:MaximumRows.");
                    return;
                }

                if (!isHeader && filter.Takes(tokens))
                {
                    rows.Read(tokens);
                }

                isHeader = false;
            }
        }
        catch (CsvFormatException fault)
        {
            CsvError endless = CsvLayout.LineTooLong(fault.LineNumber);
            errors.Add(endless.Line, null, null, endless.Code, endless.Rule, endless.Remedy);
        }

        progress?.Report(stream.Position);
    }
}
