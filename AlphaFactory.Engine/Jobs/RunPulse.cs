using AlphaFactory.Engine.Runs;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Jobs;

/// <summary>
/// The heartbeat of a run beside its computation. The computing thread only sets a number; five times a second that number goes to
/// the pages and the store, and at least once a second the store hears that the worker lives and says whether to stop.
/// </summary>
internal sealed partial class RunPulse : IProgress<long>, IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly RunClaim _claim;
    private readonly IRunStore _runs;
    private readonly IProgressBus _bus;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly IDisposable _subscription;
    private readonly Task _loop;
    private long _done;
    private long _total;
    private int _order;

    public RunPulse(RunClaim claim, IRunStore runs, IProgressBus bus, TimeProvider clock, ILogger log)
    {
        (_claim, _runs, _bus, _clock, _log) = (claim, runs, bus, clock, log);
        _subscription = bus.Subscribe(progress =>
        {
            if (progress.CancelRequested && progress.RunId == claim.RunId)
            {
                Obey(RunOrder.Cancel);
            }
        });
        Publish();
        _loop = BeatAsync();
    }

    /// <summary>Cancelled when a person stopped the run or another worker has it; <see cref="Order"/> says which.</summary>
    public CancellationToken StopRequested => _stop.Token;

    public RunOrder Order => (RunOrder)Volatile.Read(ref _order);

    public long Done => Volatile.Read(ref _done);

    public long Total => Volatile.Read(ref _total);

    public void Begin(long total)
    {
        Volatile.Write(ref _total, total);
        Publish();
    }

    public void Report(long value) => Volatile.Write(ref _done, value);

    /// <summary>Ends the heartbeat; after it returns, nothing more is written or published here.</summary>
    public async Task StopAsync()
    {
        _subscription.Dispose();
        await _ended.CancelAsync();
        await _loop;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _ended.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, _clock);
        (long told, long stored, long storedAt) = (0, 0, _clock.GetTimestamp());
        while (await NextAsync())
        {
            long done = Done;
            if (done != told)
            {
                told = done;
                Publish();
            }

            if (done != stored || _clock.GetElapsedTime(storedAt) >= Rest)
            {
                (stored, storedAt) = (done, _clock.GetTimestamp());
                await StoreAsync(done);
            }
        }

        async Task<bool> NextAsync()
        {
            try
            {
                return await timer.WaitForNextTickAsync(_ended.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    private async Task StoreAsync(long done)
    {
        try
        {
            RunOrder order = await _runs.ReportAsync(_claim, done, Total, _ended.Token);
            if (order != RunOrder.Continue)
            {
                Obey(order);
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The run ended while this was being written; its end says more.
        }
#pragma warning disable CA1031 // A store that is away for a moment must not end hours of work; the next beat tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotStored(fault, _claim.RunId);
        }
    }

    private void Obey(RunOrder order)
    {
        if (Interlocked.CompareExchange(ref _order, (int)order, (int)RunOrder.Continue) == (int)RunOrder.Continue)
        {
            _stop.Cancel();
        }
    }

    private void Publish() => _bus.Publish(new RunProgress(_claim.RunId, RunState.Running, Done, Total, _clock.GetUtcNow()));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of run {RunId} could not be stored")]
    private partial void NotStored(Exception fault, string runId);
}
