namespace AlphaFactory.Core.Exits;

/// <summary>First bar on which stops and targets are live.</summary>
public enum StopsFrom
{
    /// <summary>The bar after the entry bar.</summary>
    NextBar,

    /// <summary>The entry bar itself when it was entered at its open; a fill at a close has nothing left of its bar.</summary>
    EntryBar,
}

/// <summary>Price that distances are measured from.</summary>
public enum StopBase
{
    /// <summary>Fill price of the entry, slippage included.</summary>
    Fill,

    /// <summary>Close of the bar that decided the entry.</summary>
    SignalClose,
}

/// <summary>What happens in a bar that touches stop and target.</summary>
public enum BothTouched
{
    /// <summary>The stop: nobody knows which came first, so the worse is taken.</summary>
    StopFirst,

    /// <summary>The target.</summary>
    Optimistic,
}

/// <summary>What is needed to enter again on the side that was left by a rule.</summary>
public enum ReEntry
{
    /// <summary>A bar whose target takes that side while the bar before did not.</summary>
    FreshSignal,

    /// <summary>Nothing: the trade is entered again while the strategy still wants it.</summary>
    Allowed,
}
