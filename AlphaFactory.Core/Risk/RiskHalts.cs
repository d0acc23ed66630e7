namespace AlphaFactory.Core.Risk;

/// <summary>Which rules have closed trading, and until when. Changed by whoever runs the rules; they themselves keep nothing.</summary>
public sealed class RiskHalts
{
    private readonly List<(string Rule, Breach Why, Halt Halt, DateOnly? Reopens)> _closed = [];

    /// <summary>True while some rule keeps trading closed.</summary>
    public bool Any => _closed.Count > 0;

    /// <summary>Closes trading by a rule; a halt of <see cref="HaltSpan.None"/> and a rule that has already closed change nothing.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="why">Code and numbers.</param>
    /// <param name="halt">How long.</param>
    /// <param name="today">Trading day.</param>
    /// <returns>True when this closed it.</returns>
    public bool Close(string rule, Breach why, Halt halt, DateOnly today)
    {
        if (halt.Span == HaltSpan.None || _closed.Exists(entry => entry.Rule == rule))
        {
            return false;
        }

        _closed.Add((rule, why, halt, halt.Reopens(today)));
        return true;
    }

    /// <summary>Drops the halts that are over.</summary>
    /// <returns>The rules that open trading again today, with the halt that is over; empty on most days.</returns>
    public IReadOnlyList<(string Rule, Breach Why, Halt Halt)> Reopen(DateOnly today)
    {
        if (_closed.Count == 0)
        {
            return [];
        }

        (string, Breach, Halt)[] over = [.. _closed.Where(entry => entry.Reopens <= today).Select(entry => (entry.Rule, entry.Why, entry.Halt))];
        _closed.RemoveAll(entry => entry.Reopens <= today);
        return over;
    }

    /// <summary>Every rule that keeps trading closed, with its reason and the day on which it opens again; null when a person has to decide.</summary>
    public IEnumerable<(string Rule, Breach Why, DateOnly? Reopens)> Closed => _closed.Select(entry => (entry.Rule, entry.Why, entry.Reopens));

    /// <summary>The first rule that keeps trading closed, with its reason; null while it is open.</summary>
    public (string Rule, Breach Why)? First => _closed.Count == 0 ? null : (_closed[0].Rule, _closed[0].Why);
}
