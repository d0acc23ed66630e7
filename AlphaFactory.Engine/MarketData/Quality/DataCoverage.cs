namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>One stored series against the exchange calendar, told without reading its bars.</summary>
/// <param name="Series">What is stored.</param>
/// <param name="ExpectedBars">Bars the exchange's sessions between first and last bar would make; null where the calendar does not reach.</param>
public sealed record DataCoverage(SeriesCoverage Series, long? ExpectedBars)
{
    /// <summary>Bars short of <see cref="ExpectedBars"/>; 0 when there are as many or more, null when unknown.</summary>
    public long? MissingBars => ExpectedBars is { } expected ? Math.Max(0, expected - Series.Bars) : null;

    /// <summary>Trading day of the first bar.</summary>
    public DateOnly FirstDay => SeriesDays.Of(Series.First, Series.Key.Interval);

    /// <summary>Trading day of the last bar.</summary>
    public DateOnly LastDay => SeriesDays.Of(Series.Last, Series.Key.Interval);
}
