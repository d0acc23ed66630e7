namespace AlphaFactory.Core.Sizing;

/// <summary>What a sizing rule may know: nothing later than the close of the bar that decided.</summary>
public readonly record struct SizingFacts
{
    private readonly IReadOnlyList<double>? _tradeReturns;

    /// <summary>The rule's own <see cref="ISizing.Measure"/> at the close of the bar that decided; NaN when it measures nothing or has no value there.</summary>
    public double Measure { get; init; }

    /// <summary>Distance from entry to first stop as a fraction of the entry price, above 0; NaN without a stop.</summary>
    public double StopDistance { get; init; }

    /// <summary>Largest share of equity a position may take, above 0 and at most 1; no rule goes beyond it.</summary>
    public double Largest { get; init; }

    /// <summary>Return of each closed trade so far, oldest first: P&amp;L over the entry value, costs included.</summary>
    public IReadOnlyList<double> TradeReturns
    {
        get => _tradeReturns ?? [];
        init => _tradeReturns = value;
    }
}
