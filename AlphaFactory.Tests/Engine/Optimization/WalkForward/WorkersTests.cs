using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Tests.Engine.Optimization.WalkForward;

/// <summary>Work on several threads: a failure ends all of it and is what is told.</summary>
public sealed class WorkersTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public void One_that_fails_stops_the_others_and_its_failure_is_told()
    {
        int number = 0;
        using var waiting = new SemaphoreSlim(0);
        var fault = Assert.Throws<InvalidDataException>(() => Workers.Run(2, Work, None));
        Assert.Equal("no bars", fault.Message);
        Assert.Equal(2, number);

        void Work(CancellationToken stop)
        {
            if (Interlocked.Increment(ref number) == 1)
            {
                // Would wait for ever if the other's failure stopped nobody.
                waiting.Release();
                stop.WaitHandle.WaitOne();
                stop.ThrowIfCancellationRequested();
            }

            waiting.Wait(None);
            throw new InvalidDataException("no bars");
        }
    }

    [Fact]
    public void A_caller_that_cancels_is_told_so()
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Workers.Run(2, stop =>
        {
            source.Cancel();
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
        }, source.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_worker_works_once(int workers)
    {
        int number = 0;
        Workers.Run(workers, _ => Interlocked.Increment(ref number), None);
        Assert.Equal(workers, number);
    }
}
