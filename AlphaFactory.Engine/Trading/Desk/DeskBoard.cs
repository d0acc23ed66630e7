using System.Runtime.CompilerServices;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The newest frame and whoever waits for the next. Who is slow misses those between.</summary>
internal sealed class DeskBoard(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DeskFrame _latest = DeskFrame.Empty(clock.GetUtcNow(), "no word yet of what trades");
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeskFrame Latest
    {
        get
        {
            lock (_lock)
            {
                return _latest;
            }
        }
    }

    /// <summary>Puts up a frame.</summary>
    public void Show(DeskFrame frame)
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            (_latest, waiting, _next) = (frame, _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        waiting.TrySetResult();
    }

    public async IAsyncEnumerable<DeskFrame> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DeskFrame? shown = null;
        while (true)
        {
            Task next;
            DeskFrame latest;
            lock (_lock)
            {
                (latest, next) = (_latest, _next.Task);
            }

            if (!ReferenceEquals(latest, shown))
            {
                shown = latest;
                yield return latest;
            }
            else
            {
                await next.WaitAsync(cancellationToken);
            }
        }
    }
}
