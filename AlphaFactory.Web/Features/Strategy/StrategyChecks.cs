using AlphaFactory.Core.Strategies;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Web.Features.Strategy;

/// <summary>The look-ahead and the warm-up check of the values on screen, on demand: one at a time in this process, with progress, and stopped by leaving.</summary>
public sealed class StrategyChecks : IDisposable
{
    /// <summary>Bars checked at most: a thorough check costs the square of them.</summary>
    public const int MostBars = 3000;

    private const int Seed = 1;

    private static readonly SemaphoreSlim s_one = new(1, 1);

    private CancellationTokenSource? _running;

    /// <summary>Raised from any thread when there is something new to draw.</summary>
    public event Action? Changed;

    /// <summary>Share done, 0 to 1; null while none runs.</summary>
    public double? Progress { get; private set; }

    public LookAheadReport? LookAhead { get; private set; }

    public WarmUpReport? WarmUp { get; private set; }

    /// <summary>Values and bars that were checked, as the query of <see cref="SignalRequest"/>.</summary>
    public string? Checked { get; private set; }

    /// <summary>Bars that were checked.</summary>
    public int Bars { get; private set; }

    /// <summary>Checks a preview's strategy with its values on its bars; a check that is running is stopped first.</summary>
    public async Task RunAsync(IStrategy strategy, SignalPreview preview, string query)
    {
        Stop();
        using var stop = new CancellationTokenSource();
        _running = stop;
        (LookAhead, WarmUp, Checked, Progress) = (null, null, null, 0);
        Changed?.Invoke();
        try
        {
            await s_one.WaitAsync(stop.Token);
            try
            {
                var last = preview.Seen.Slice(Math.Max(0, preview.Seen.Count - MostBars), Math.Min(preview.Seen.Count, MostBars));
                var told = new Told(share => Tell(stop, share));
                var (ahead, warm) = await Task.Run(
                    () => (LookAheadCheck.RunThoroughly(strategy, preview.Parameters, last, Seed, told, stop.Token), WarmUpCheck.Run(strategy, preview.Parameters, preview.Seen, preview.History, stop.Token)), stop.Token);
                (LookAhead, WarmUp, Checked, Bars) = (ahead, warm, query, last.Count);
            }
            finally
            {
                s_one.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop; the page says that there is no answer yet.
        }
        finally
        {
            if (_running == stop)
            {
                (_running, Progress) = (null, null);
            }

            Changed?.Invoke();
        }
    }

    /// <summary>Stops the check that runs, if one does.</summary>
    public void Stop()
    {
        _running?.Cancel();
        (_running, Progress) = (null, null);
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Tell(CancellationTokenSource stop, double share)
    {
        // Whole per cents are enough for a bar on screen.
        if (_running == stop && share - (Progress ?? 0) >= 0.01)
        {
            Progress = share;
            Changed?.Invoke();
        }
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
