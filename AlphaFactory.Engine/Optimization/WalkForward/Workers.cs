using System.Runtime.ExceptionServices;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>Runs the same work on several threads at once.</summary>
internal static class Workers
{
    /// <summary>Runs it, each worker with its number; one alone stays on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(int workers, Action<int> work, CancellationToken cancellationToken)
    {
        if (workers < 2)
        {
            work(0);
            return;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, work);
        }
        catch (AggregateException faults)
        {
            // What one worker throws is what the whole throws; all of them say the same.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
