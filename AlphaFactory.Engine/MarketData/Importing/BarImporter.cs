using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData.Csv;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.MarketData.Importing;

/// <summary>Brings a price file into the store: all of it or nothing.</summary>
public sealed class BarImporter(CsvBarReader reader, IBarStore store, IAuditLog audit, IOptions<ImportOptions> options)
{
    /// <summary>Id of the source of imported bars.</summary>
    public const string Source = "csv";

    /// <summary>Reads the whole file, then writes it in one transaction.</summary>
    /// <param name="stream">The file; must be seekable. It stays open.</param>
    /// <param name="symbol">Symbol of the bars; null takes the one of the symbol column.</param>
    /// <param name="interval">Length of one bar; null tells it from the times.</param>
    /// <param name="mapping">What was decided by hand.</param>
    /// <param name="who">Name for the audit log.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    public async Task<ImportOutcome> ImportAsync(Stream stream, string? symbol, BarInterval? interval, CsvMapping mapping, string who, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.Value.TooLarge(stream.Length) is { } fault)
        {
            return new RefusedFile([fault], 1);
        }

        var request = new CsvReadRequest(symbol, interval, mapping, options.Value.MaximumRows);
        switch (await reader.ReadAsync(stream, request, Stage(progress, ImportStage.Reading, stream.Length), cancellationToken))
        {
            case CsvBars file:
                return await WriteAsync(file, who, Stage(progress, ImportStage.Writing, file.Bars.Count), cancellationToken);
            case CsvRefused refused:
                return new RefusedFile(refused.Errors, refused.ErrorCount);
            default:
                throw new InvalidOperationException("A read has an outcome this import does not know. Add a case for it.");
        }
    }

    private async Task<ImportedBars> WriteAsync(CsvBars file, string who, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var key = new SeriesKey(file.Symbol, file.Interval, Source);
        WriteOutcome written = await store.WriteAsync(new NewSeries(key, null, null, IsSynthetic: false), file.Bars, progress, cancellationToken);
        await audit.AppendAsync(who, "bars-imported", $"{key.Symbol} {key.Interval} {key.Source}", string.Create(CultureInfo.InvariantCulture, $"{written.Inserted} added, {written.Replaced} replaced"), CancellationToken.None);
        return new ImportedBars(key, file.Bars.Count, written.Inserted, written.Replaced,
            DateTimeOffset.FromUnixTimeMilliseconds(file.Bars.Times[0]), DateTimeOffset.FromUnixTimeMilliseconds(file.Bars.Times[^1]), file.Findings);
    }

    private static StageProgress? Stage(IProgress<ImportProgress>? progress, ImportStage stage, long total) => progress is null ? null : new StageProgress(progress, stage, total);

    private sealed class StageProgress(IProgress<ImportProgress> progress, ImportStage stage, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new ImportProgress(stage, value, total));
    }
}
