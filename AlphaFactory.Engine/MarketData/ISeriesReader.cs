namespace AlphaFactory.Engine.MarketData;

/// <summary>Where every run, chart and endpoint gets its bars.</summary>
public interface ISeriesReader
{
    /// <summary>Reads stored bars and adjusts them. No bars is an expected outcome, not an exception.</summary>
    Task<SeriesOutcome> ReadAsync(SeriesRequest request, CancellationToken cancellationToken);
}
