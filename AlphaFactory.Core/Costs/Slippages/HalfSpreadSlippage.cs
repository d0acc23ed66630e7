namespace AlphaFactory.Core.Costs.Slippages;

/// <summary>Half the spread between bid and ask, counted in ticks, each side.</summary>
/// <remarks>A sale never loses more than half of the price, so that a share of a few cents keeps a price.</remarks>
[SlippageModel("half-spread", "Half the spread",
    Words = "Half the spread between bid and ask, so many ticks each side. Meant for prices as traded: adjusted prices shrink, a tick does not.")]
public sealed record HalfSpreadSlippage : SlippageModel
{
    /// <summary>Half the spread in ticks.</summary>
    [CostParameter("ticks", 0, 1000, Label = "Half the spread", Unit = "ticks", Help = "0 to 1000, default 1")]
    public double Ticks { get; init; } = 1;

    /// <summary>Smallest step of the price.</summary>
    [CostParameter("tick_size", 1e-6, 100, Label = "Size of a tick", Unit = "USD", Help = "0.000001 to 100, default 0.01")]
    public double TickSize { get; init; } = 0.01;

    /// <inheritdoc/>
    public override double FillPrice(double price, int side, double share) =>
        side > 0 ? price + (Ticks * TickSize) : Math.Max(price - (Ticks * TickSize), 0.5 * price);
}
