namespace AlphaFactory.Core.Trading;

/// <summary>Something that happened to an order, on our side or at the broker.</summary>
public abstract record OrderEvent
{
    private OrderEvent()
    {
    }

    /// <summary>The intent is written and flushed.</summary>
    public sealed record Persisted : OrderEvent;

    /// <summary>It was handed to the broker.</summary>
    public sealed record Sent : OrderEvent;

    /// <summary>It is kept back.</summary>
    /// <param name="Why">In words.</param>
    public sealed record Held(string Why) : OrderEvent;

    /// <summary>The broker has it.</summary>
    /// <param name="BrokerId">The broker's lasting id; null when it has not said yet.</param>
    public sealed record Acknowledged(string? BrokerId) : OrderEvent;

    /// <summary>It waits in the market.</summary>
    public sealed record Working : OrderEvent;

    /// <summary>Shares changed hands, or an earlier word on that was corrected.</summary>
    public sealed record Executed(Execution Execution) : OrderEvent;

    /// <summary>What the broker took for an execution; it may come before the execution itself.</summary>
    public sealed record Charged(string ExecutionId, decimal Commission) : OrderEvent;

    /// <summary>Somebody wants it back.</summary>
    /// <param name="Why">In words.</param>
    public sealed record CancelRequested(string Why) : OrderEvent;

    /// <summary>The broker would not take it back.</summary>
    /// <param name="Why">In words.</param>
    public sealed record CancelRefused(string Why) : OrderEvent;

    /// <summary>It was taken back.</summary>
    /// <param name="Why">In words.</param>
    public sealed record Cancelled(string Why) : OrderEvent;

    /// <summary>The broker would not have it.</summary>
    /// <param name="Code">The broker's code.</param>
    /// <param name="Why">In words.</param>
    public sealed record Rejected(string Code, string Why) : OrderEvent;

    /// <summary>Its time was over.</summary>
    public sealed record Expired : OrderEvent;

    /// <summary>An answer did not come: nobody knows.</summary>
    /// <param name="Why">Which answer.</param>
    public sealed record AnswerMissing(string Why) : OrderEvent;
}

/// <summary>What became of an event.</summary>
public enum EventOutcome
{
    /// <summary>It changed the order.</summary>
    Applied,

    /// <summary>It was known already.</summary>
    Duplicate,

    /// <summary>The order is past it.</summary>
    Late,

    /// <summary>It cannot be true together with what is known; the order is Unknown, or stays as it was, until the broker was asked.</summary>
    Contradiction,
}
