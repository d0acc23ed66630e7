using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Verbs;

/// <summary>The bars a verb computes on, from a file or from the store, and the spec that names them.</summary>
/// <param name="Spec">What to run, with the symbol and interval of the bars.</param>
/// <param name="Bars">The bars, adjusted as the spec says.</param>
internal sealed record RunBars(RunSpec Spec, BarSeries Bars)
{
    /// <summary>Reads a price file; needs no database.</summary>
    /// <exception cref="VerbException">There is no such file, or it was not taken.</exception>
    public static async Task<RunBars> OfFileAsync(RunSpec spec, string path, CancellationToken cancellationToken)
    {
        await using var file = CsvSource.Open(path);
        var read = await new CsvBarReader(TimeProvider.System).ReadAsync(file, new CsvReadRequest(spec.Symbol, null, CsvMapping.Automatic), null, cancellationToken);
        if (read is CsvRefused refused)
        {
            throw CsvSource.Refusal(path, refused.Errors, refused.ErrorCount);
        }

        var bars = (CsvBars)read;
        var identity = new SeriesIdentity(bars.Symbol, bars.Interval, BarImporter.Source, spec.Adjustment, IsSynthetic: false);
        return new RunBars(spec with { Symbol = bars.Symbol, Interval = bars.Interval }, bars.Bars.Adjust(identity));
    }

    /// <summary>Reads stored bars.</summary>
    /// <exception cref="VerbException">There are none.</exception>
    public static async Task<RunBars> OfStoreAsync(RunSpec spec, IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<RunSpecValidator>().Resolve(spec);

        // Of prices as traded the bar before the first says whether that one had a dividend or a split: jobs read it too, and tries are known by what the bars hold.
        bool needsBefore = spec.WarmUpFromHistory || spec.Adjustment == PriceAdjustment.Raw;
        var request = new SeriesRequest(spec.Symbol, spec.Interval, spec.Source, spec.Adjustment, needsBefore ? null : spec.From, spec.To);
        return await services.GetRequiredService<ISeriesReader>().ReadAsync(request, cancellationToken) switch
        {
            SeriesFound found => new RunBars(spec, found.Bars),
            SeriesMissing missing => throw new VerbException(missing.Message),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
