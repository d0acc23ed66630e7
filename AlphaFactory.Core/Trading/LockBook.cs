using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading;

/// <summary>Every lock there was, and which hold. Locks are added and taken off, never forgotten. Not thread safe.</summary>
public sealed class LockBook
{
    private readonly List<TradingLock> _locks = [];

    /// <summary>Every lock, oldest first.</summary>
    public IReadOnlyList<TradingLock> All => _locks;

    /// <summary>The lock that keeps a symbol closed longest; null while it is open.</summary>
    public TradingLock? On(string symbol, DateTimeOffset now) => _locks.Where(one => one.Holds(symbol, now)).MaxBy(one => one.Until);

    /// <summary>Adds a lock, unless the same protection already keeps the same symbol closed as long.</summary>
    /// <param name="demand">What a protection demands.</param>
    /// <param name="by">Id of the protection.</param>
    /// <param name="now">When.</param>
    /// <returns>The lock; null when there was nothing to add.</returns>
    public TradingLock? Add(LockDemand demand, string by, DateTimeOffset now)
    {
        if (demand.Until <= now || _locks.Exists(one => one.By == by && one.Symbol == demand.Symbol && one.Unlocked is null && one.Until >= demand.Until))
        {
            return null;
        }

        var added = new TradingLock(_locks.Count + 1, demand.Symbol, by, demand.Why, now, demand.Until, demand.Words);
        _locks.Add(added);
        return added;
    }

    /// <summary>Takes a lock off before its time.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="note">Why; it must say something.</param>
    /// <param name="now">When.</param>
    public UnlockOutcome Unlock(int number, string who, string note, DateTimeOffset now)
    {
        if (number < 1 || number > _locks.Count)
        {
            return UnlockOutcome.NotFound;
        }

        var one = _locks[number - 1];
        if (one.Unlocked is not null || now >= one.Until)
        {
            return UnlockOutcome.AlreadyOver;
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return UnlockOutcome.NoteMissing;
        }

        _locks[number - 1] = one with { Unlocked = (who, now, note.Trim()) };
        return UnlockOutcome.Unlocked;
    }

    /// <summary>Puts back what was kept, in its order.</summary>
    /// <exception cref="ArgumentException">The numbers are not 1, 2, 3 and so on.</exception>
    public static LockBook Restore(IEnumerable<TradingLock> kept)
    {
        var book = new LockBook();
        foreach (var one in kept)
        {
            if (one.Number != book._locks.Count + 1)
            {
                throw new ArgumentException($"Lock {one.Number} came where {book._locks.Count + 1} was expected. Give all locks of the book in their order.", nameof(kept));
            }

            book._locks.Add(one);
        }

        return book;
    }
}

/// <summary>A lock that a protection demands.</summary>
/// <param name="Symbol">The symbol; null is all of them.</param>
/// <param name="Why">Code and numbers.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Words">The case in words.</param>
public sealed record LockDemand(string? Symbol, Breach Why, DateTimeOffset Until, string Words);

/// <summary>What became of the wish to unlock.</summary>
public enum UnlockOutcome
{
    /// <summary>It is open again.</summary>
    Unlocked,

    /// <summary>There is no lock of that number.</summary>
    NotFound,

    /// <summary>It no longer held anything.</summary>
    AlreadyOver,

    /// <summary>The note says nothing; write why.</summary>
    NoteMissing,
}
