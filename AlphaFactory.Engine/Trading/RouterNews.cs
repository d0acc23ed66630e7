using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>What became of the wish to place an order.</summary>
public enum SubmitOutcome
{
    /// <summary>It is written down and handed over.</summary>
    Sent,

    /// <summary>The same decision was written down before; nothing was sent.</summary>
    AlreadyKnown,

    /// <summary>Nothing was written or sent: there is no connection, or the books were not compared since it came back.</summary>
    NotReady,

    /// <summary>It is written down, and the connection broke before it was handed over. It is sent once the books are compared, if it is not too old by then.</summary>
    Held,
}

/// <summary>What whoever watches a router is told.</summary>
public abstract record RouterNews
{
    private RouterNews()
    {
    }

    /// <summary>An order changed.</summary>
    public sealed record OrderChanged(Order Order, OrderEvent Happened, EventOutcome Outcome) : RouterNews;

    /// <summary>The books were compared and agree, or what differed is known: orders may be placed.</summary>
    public sealed record Ready : RouterNews;

    /// <summary>No order may be placed.</summary>
    public sealed record NotReady(string Why) : RouterNews;

    /// <summary>A person must know.</summary>
    /// <param name="Code">Stable code.</param>
    /// <param name="Symbol">The symbol; null when it is about more than one.</param>
    /// <param name="Words">In words.</param>
    public sealed record Alarm(string Code, string? Symbol, string Words) : RouterNews;
}

/// <summary>How long a router waits.</summary>
public sealed record RouterTimes
{
    /// <summary>For the first word on an order or a cancel.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the answers to a question.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two comparisons of the books.</summary>
    public TimeSpan Comparison { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Age of a doubt from which on the broker is believed when it does not know an order: one that was handed over just before may still be on its way, and a question can
    /// overtake it.
    /// </summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two questions while an order is unknown.</summary>
    public TimeSpan Doubt { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Age of a decision beyond which an order that never arrived is not sent again.</summary>
    public TimeSpan SendAgain { get; init; } = TimeSpan.FromMinutes(1);
}
