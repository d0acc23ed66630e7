using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Tests.Support;

/// <summary>A bar store that forgets: whole series in a dictionary, for tests that are not about the database.</summary>
internal sealed class MemoryBarStore : IBarStore
{
    private readonly Dictionary<SeriesKey, (NewSeries Series, RawBars Bars)> _held = [];

    public int Writes { get; private set; }

    /// <summary>Awaited by each write.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    public Task<IReadOnlyList<SeriesCoverage>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SeriesCoverage>>([.. _held.Values.Select(Describe).OrderBy(c => c.Key.Symbol, StringComparer.Ordinal)]);

    public Task<SeriesCoverage?> FindAsync(string symbol, BarInterval interval, string? source, CancellationToken cancellationToken) =>
        Task.FromResult(_held.Values.Select(Describe)
            .Where(c => c.Key.Symbol == symbol && c.Key.Interval == interval && (source is null || c.Key.Source == source))
            .OrderByDescending(c => c.Last).FirstOrDefault());

    public Task<RawBars?> ReadAsync(SeriesKey key, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        if (!_held.TryGetValue(key, out var held))
        {
            return Task.FromResult<RawBars?>(null);
        }

        RawBars bars = held.Bars;
        int start = 0, end = bars.Count;
        while (from is { } first && start < end && Day(bars, start) < first)
        {
            start++;
        }

        while (to is { } last && end > start && Day(bars, end - 1) > last)
        {
            end--;
        }

        return Task.FromResult<RawBars?>(new RawBars(bars.Times[start..end], bars.Open[start..end], bars.High[start..end], bars.Low[start..end],
            bars.Close[start..end], bars.Volume[start..end], bars.SplitFactor[start..end], bars.TotalReturnFactor[start..end]));
    }

    public async Task<WriteOutcome> WriteAsync(NewSeries series, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await BeforeWrite();
        cancellationToken.ThrowIfCancellationRequested();
        _held[series.Key] = (series, bars);
        Writes++;
        progress?.Report(bars.Count);
        return new WriteOutcome(bars.Count, 0);
    }

    public Task<bool> DeleteAsync(SeriesKey key, CancellationToken cancellationToken) => Task.FromResult(_held.Remove(key));

    private static DateOnly Day(RawBars bars, int i) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[i]).UtcDateTime);

    private static SeriesCoverage Describe((NewSeries Series, RawBars Bars) held) => new(
        held.Series.Key, held.Series.Name, held.Series.Sector, held.Series.IsSynthetic, held.Bars.Count,
        DateTimeOffset.FromUnixTimeMilliseconds(held.Bars.Times[0]), DateTimeOffset.FromUnixTimeMilliseconds(held.Bars.Times[^1]),
        held.Bars.SplitFactor.Any(f => f != 1) || held.Bars.TotalReturnFactor.Any(f => f != 1), DateTimeOffset.UnixEpoch)
    {
        DelistedOn = held.Series.DelistedOn,
    };
}
