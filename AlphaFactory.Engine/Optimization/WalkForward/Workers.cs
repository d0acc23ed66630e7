using System.Runtime.ExceptionServices;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>Runs the same work on several threads at once.</summary>
internal static class Workers
{
    /// <summary>Runs it; one worker alone stays on the calling thread.</summary>
    /// <param name="workers">How many.</param>
    /// <param name="work">What each does, until the token it is given is cancelled: by the caller, or because another worker has failed.</param>
    /// <param name="cancellationToken">Cancels all.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(int workers, Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        if (workers < 2)
        {
            work(cancellationToken);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
            {
                try
                {
                    work(stop.Token);
                }
                catch
                {
                    stop.Cancel();
                    throw;
                }
            });
        }
        catch (AggregateException faults)
        {
            // The failure is told, not that the others were stopped by it.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions.FirstOrDefault(fault => fault is not OperationCanceledException) ?? faults.InnerExceptions[0]);
        }
    }
}
