using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Jobs;

/// <summary>
/// The heartbeat of a piece beside its computation: five times a second the pages hear how far the study is, and once a second the store hears
/// that the worker lives, adds up all pieces, and says whether to stop.
/// </summary>
internal sealed partial class ChunkPulse : IProgress<long>, IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly ChunkWork _work;
    private readonly IStudyChunks _chunks;
    private readonly IProgressBus _bus;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly IDisposable _subscription;
    private readonly Task _loop;
    private long _done, _others, _total;
    private int _order;

    public ChunkPulse(ChunkWork work, IStudyChunks chunks, IProgressBus bus, TimeProvider clock, ILogger log)
    {
        (_work, _chunks, _bus, _clock, _log) = (work, chunks, bus, clock, log);
        _subscription = bus.Subscribe(progress =>
        {
            if (progress.CancelRequested && progress.RunId == work.Claim.RunId)
            {
                Obey(RunOrder.Cancel);
            }
        });
        _loop = BeatAsync();
    }

    /// <summary>Cancelled when the study was stopped or another worker has the piece; <see cref="Order"/> says which.</summary>
    public CancellationToken StopRequested => _stop.Token;

    public RunOrder Order => (RunOrder)Volatile.Read(ref _order);

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
        await StoreAsync();
        (long told, long storedAt) = (-1, _clock.GetTimestamp());
        while (await NextAsync())
        {
            if (_clock.GetElapsedTime(storedAt) >= Rest)
            {
                storedAt = _clock.GetTimestamp();
                await StoreAsync();
            }

            long done = Volatile.Read(ref _done);
            if (done != told && Order == RunOrder.Continue)
            {
                told = done;
                var claim = _work.Claim;
                _bus.Publish(new RunProgress(claim.RunId, RunState.Running, _others + done, _total, _clock.GetUtcNow()) { Chunk = new ChunkProgress(claim.Node, claim.Ordinal, done, _work.Size) });
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

    private async Task StoreAsync()
    {
        long done = Volatile.Read(ref _done);
        try
        {
            ChunkAnswer answer = await _chunks.ReportAsync(_work.Claim, done, _ended.Token);
            (_others, _total) = (answer.Done - (_work.Task == ChunkTask.Work ? done : 0), answer.Total);
            if (answer.Order != RunOrder.Continue)
            {
                Obey(answer.Order);
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The piece ended while this was being written; its end says more.
        }
#pragma warning disable CA1031 // A store that is away for a moment must not end the work; the next beat tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotStored(fault, _work.Claim.RunId);
        }
    }

    private void Obey(RunOrder order)
    {
        if (Interlocked.CompareExchange(ref _order, (int)order, (int)RunOrder.Continue) == (int)RunOrder.Continue)
        {
            _stop.Cancel();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The progress of study {RunId} could not be stored")]
    private partial void NotStored(Exception fault, string runId);
}
