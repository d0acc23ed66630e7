using AlphaFactory.Core.Prices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>
/// Puts the demo market into the store at start. A series that is already there bit for bit is left alone, so that a restart writes
/// nothing and a new version of the generator replaces what changed. An empty store is filled while the other services start, and the
/// program is ready when it is there; where there was a demo market before, jobs and deployments may use it, and they start after it.
/// </summary>
internal sealed class DemoMarketSeeder(IBarStore store, IOptions<EngineOptions> options, TimeProvider time, ILogger<DemoMarketSeeder> logger) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<IReadOnlyList<DemoSeries>>? _making;
    private Task _writing = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _making = options.Value.DemoMarket ? Task.Run(() => DemoMarket.Generate(), cancellationToken) : null;
        return Task.CompletedTask;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_making is not { } making)
        {
            return;
        }

        bool isInUse = (await store.ListAsync(cancellationToken)).Any(stored => stored.Key.Source == DemoCatalog.Source);
        _writing = Task.Run(async () => await WriteAsync(await making, isInUse, _stop.Token), cancellationToken);
        if (isInUse)
        {
            await _writing;
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => _writing.WaitAsync(cancellationToken);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Only a start that failed elsewhere finds it still at work.
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task WriteAsync(IReadOnlyList<DemoSeries> market, bool isInUse, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        int written = 0;
        foreach (DemoSeries series in market)
        {
            if (isInUse)
            {
                if (await IsStoredAsync(series, cancellationToken))
                {
                    continue;
                }

                await store.DeleteAsync(series.Series.Key, cancellationToken);
            }

            await store.WriteAsync(series.Series, series.Bars, null, cancellationToken);
            written++;
        }

        if (written > 0)
        {
            double seconds = time.GetElapsedTime(started).TotalSeconds;
            MarketDataLog.DemoMarketWritten(logger, written, seconds);
        }
    }

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
