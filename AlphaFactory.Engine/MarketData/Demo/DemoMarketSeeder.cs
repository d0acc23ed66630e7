using AlphaFactory.Core.Prices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>
/// Puts the demo market into the store at start. A series that is already there bit for bit is left alone, so that a restart writes
/// nothing and a new version of the generator replaces what changed.
/// </summary>
internal sealed class DemoMarketSeeder(IBarStore store, IOptions<EngineOptions> options, TimeProvider time, ILogger<DemoMarketSeeder> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.DemoMarket)
        {
            return;
        }

        long started = time.GetTimestamp();
        int written = 0;
        foreach (DemoSeries series in DemoMarket.Generate())
        {
            if (!await IsStoredAsync(series, cancellationToken))
            {
                await store.DeleteAsync(series.Series.Key, cancellationToken);
                await store.WriteAsync(series.Series, series.Bars, null, cancellationToken);
                written++;
            }
        }

        if (written > 0)
        {
            double seconds = time.GetElapsedTime(started).TotalSeconds;
            MarketDataLog.DemoMarketWritten(logger, written, seconds);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsStoredAsync(DemoSeries series, CancellationToken cancellationToken)
    {
        SeriesKey key = series.Series.Key;
        SeriesCoverage? coverage = await store.FindAsync(key.Symbol, key.Interval, key.Source, cancellationToken);
        return coverage?.Bars == series.Bars.Count && coverage.DelistedOn == series.Series.DelistedOn && await store.ReadAsync(key, null, null, cancellationToken) is { } stored && Same(stored, series.Bars);
    }

    private static bool Same(RawBars a, RawBars b) =>
        a.Times.AsSpan().SequenceEqual(b.Times) && a.Open.AsSpan().SequenceEqual(b.Open) && a.High.AsSpan().SequenceEqual(b.High)
        && a.Low.AsSpan().SequenceEqual(b.Low) && a.Close.AsSpan().SequenceEqual(b.Close) && a.Volume.AsSpan().SequenceEqual(b.Volume)
        && a.SplitFactor.AsSpan().SequenceEqual(b.SplitFactor) && a.TotalReturnFactor.AsSpan().SequenceEqual(b.TotalReturnFactor);
}
