namespace AlphaFactory.Core.Risk;

/// <summary>What a rule may know where orders are really placed. Whatever is not known is NaN or null, and counts as the worst.</summary>
public sealed record MarketFacts
{
    /// <summary>The time now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Last price of the order's symbol; NaN when there is none.</summary>
    public double LastPrice { get; init; } = double.NaN;

    /// <summary>Seconds since the last word on the order's symbol; NaN when there was none.</summary>
    public double DataAge { get; init; } = double.NaN;

    /// <summary>Orders placed lately, of all symbols; as far back as the longest rule looks. Null when it is not known.</summary>
    public IReadOnlyList<PlacedOrder>? Placed { get; init; } = [];

    /// <summary>Symbols in which nothing may be opened; null when the list is not known.</summary>
    public IReadOnlySet<string>? Restricted { get; init; }

    /// <summary>Days on which the order's symbol reports earnings, some past and some to come; empty when it reports none; null when they are not known.</summary>
    public IReadOnlyList<DateOnly>? Earnings { get; init; }
}

/// <summary>An order that was placed.</summary>
/// <param name="Symbol">Symbol traded.</param>
/// <param name="Side">+1 bought, -1 sold.</param>
/// <param name="Quantity">Shares.</param>
/// <param name="At">When.</param>
public readonly record struct PlacedOrder(string Symbol, int Side, double Quantity, DateTimeOffset At);
