using AlphaFactory.Engine.MarketData;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Indicators;

/// <summary>
/// Refreshes once the process is up, whenever bars change here, and every few seconds besides, because they may have changed on another node.
/// A web node leaves it to the workers.
/// </summary>
internal sealed partial class RefreshHost(ValueRefresh refresh, BarNews news, IHostApplicationLifetime lifetime, IOptions<EngineOptions> options, ILogger<RefreshHost> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Role == "web")
        {
            return;
        }

        // Not disposed: a writer of bars may still be on its way to it when the process stops.
        var signal = new SemaphoreSlim(0);
        news.Changed += Wake;
        try
        {
            // Pages come first: the start of the program is not slowed by it.
            await StartedAsync(stoppingToken);
            while (true)
            {
                await TryAsync(stoppingToken);
                if (await signal.WaitAsync(Interval, stoppingToken))
                {
                    // A file of a thousand symbols is a thousand signals and one refresh.
                    while (signal.CurrentCount > 0)
                    {
                        await signal.WaitAsync(stoppingToken);
                    }
                }
            }
        }
        finally
        {
            news.Changed -= Wake;
        }

        void Wake() => signal.Release();
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await refresh.RefreshAsync(stoppingToken);
        }
#pragma warning disable CA1031 // The database may be away for a moment; the next round tries again.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The indicator values could not be refreshed")]
    private partial void Failed(Exception fault);
}
