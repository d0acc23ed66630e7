namespace AlphaFactory.Core.Trading;

/// <summary>Buys or sells.</summary>
public enum OrderSide
{
    /// <summary>Sells; sells short where nothing is held.</summary>
    Sell = -1,

    /// <summary>Buys; buys back where shares were sold short.</summary>
    Buy = 1,
}

/// <summary>What makes an order fill.</summary>
public enum OrderKind
{
    /// <summary>At the next price there is.</summary>
    Market,

    /// <summary>At the limit or better.</summary>
    Limit,

    /// <summary>At the next price after the stop was touched.</summary>
    Stop,

    /// <summary>At the limit or better after the stop was touched.</summary>
    StopLimit,

    /// <summary>At the next price after the touch price was reached on the good side; without a limit's promise.</summary>
    MarketIfTouched,

    /// <summary>In the opening auction.</summary>
    MarketOnOpen,

    /// <summary>In the closing auction.</summary>
    MarketOnClose,
}

/// <summary>How long an order waits.</summary>
public enum OrderLifetime
{
    /// <summary>To the close of its session.</summary>
    Day,

    /// <summary>Until it is cancelled.</summary>
    UntilCancelled,

    /// <summary>What does not fill at once is cancelled.</summary>
    ImmediateOrCancel,
}

/// <summary>What is wanted of a broker, before anybody has checked it. Money and shares are exact.</summary>
public sealed record OrderTicket
{
    /// <summary>Name and idempotency key.</summary>
    public required OrderRef Reference { get; init; }

    /// <summary>Symbol traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>Buys or sells.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Shares, above 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>What makes it fill.</summary>
    public OrderKind Kind { get; init; }

    /// <summary>Limit, for the kinds that have one.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>Stop or touch price, for the kinds that have one.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>How long it waits.</summary>
    public OrderLifetime Lifetime { get; init; }

    /// <summary>Instant of the decision.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>Price of the market at the decision; null when it is not known.</summary>
    public decimal? DecisionPrice { get; init; }

    /// <summary>True for an order that may only make a position smaller: where there is none any more it must not open one.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Orders of one group cancel each other: the first fill of one takes its shares off the others. Null stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>Why, as it will stand in the trade: signal, stop, take-profit and the like.</summary>
    public string Reason { get; init; } = "signal";

    /// <summary>Shares with their sign: bought above 0, sold below.</summary>
    public decimal SignedQuantity => (int)Side * Quantity;

    /// <summary>What is wrong with the ticket itself, whoever would check the account; null when nothing is.</summary>
    public string? Fault()
    {
        bool wantsLimit = Kind is OrderKind.Limit or OrderKind.StopLimit, wantsStop = Kind is OrderKind.Stop or OrderKind.StopLimit or OrderKind.MarketIfTouched;
        return Reference.Text.Length == 0 ? $"The order has no reference; one is {OrderRef.Words}."
            : Quantity <= 0 ? $"The order {Reference} is for {Quantity} shares; it must be for more than 0."
            : wantsLimit != (LimitPrice is > 0) || (!wantsLimit && LimitPrice is not null) ? $"The order {Reference} is of kind {Kind} with the limit {Price(LimitPrice)}; {(wantsLimit ? "give it a limit above 0" : "leave the limit out")}."
            : wantsStop != (StopPrice is > 0) || (!wantsStop && StopPrice is not null) ? $"The order {Reference} is of kind {Kind} with the stop {Price(StopPrice)}; {(wantsStop ? "give it a stop above 0" : "leave the stop out")}."
            : null;
    }

    private static string Price(decimal? price) => price is { } known ? FormattableString.Invariant($"{known}") : "none";
}
