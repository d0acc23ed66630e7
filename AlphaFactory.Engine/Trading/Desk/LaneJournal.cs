using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// A journal that nobody waits for longer than is good: a database that hangs must not keep a kill from being done. A write that is no longer waited for may still arrive; the next
/// one waits for it first, so that lines stay in order, and one that is written twice is a duplicate to whoever reads it.
/// </summary>
/// <param name="inner">The journal.</param>
/// <param name="kill">Hurries whoever waits.</param>
/// <param name="clock">The time of the machine.</param>
internal sealed class LaneJournal(IOrderJournal inner, KillSwitch kill, TimeProvider clock) : IOrderJournal
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5), s_hurry = TimeSpan.FromMilliseconds(100);

    private Task _late = Task.CompletedTask;

    public Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken) => BoundedAsync(() => inner.AddAsync(ticket, at, CancellationToken.None));

    public Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken) => BoundedAsync(async () =>
    {
        await inner.AppendAsync(reference, happened, at, CancellationToken.None);
        return true;
    });

    public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    private async Task<bool> BoundedAsync(Func<Task<bool>> write)
    {
        if (!_late.IsCompleted)
        {
            await WaitAsync(_late);
        }

        var writing = write();
        _late = EndedAsync(writing);
        await WaitAsync(_late);
        return await writing;
    }

    private async Task WaitAsync(Task write)
    {
        // Once killed there is nothing left to hurry for but the cancels: each write gets a moment.
        var (limit, hurry) = kill.State.IsKilled ? (s_hurry, CancellationToken.None) : (s_patience, kill.Thrown);
        try
        {
            await write.WaitAsync(limit, clock, hurry);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("The order journal was being written when trading was killed; it is written as soon as the database takes it.");
        }
    }

    /// <summary>Ends when the write does, however that ends.</summary>
    private static async Task EndedAsync(Task write) => await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
