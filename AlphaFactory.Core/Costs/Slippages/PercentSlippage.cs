namespace AlphaFactory.Core.Costs.Slippages;

/// <summary>A fraction of the price, each side.</summary>
[SlippageModel("pct", "Per cent of the price",
    Words = "A part of the price, each side, whatever the size of the order.")]
public sealed record PercentSlippage : SlippageModel
{
    /// <summary>How far the price moves against the order, as a fraction of it.</summary>
    [CostParameter("pct", 0, 0.5, Label = "Slippage, each side", Unit = "%", Help = "0 to 50, default 0.05")]
    public double Fraction { get; init; } = 0.0005;

    /// <inheritdoc/>
    public override double FillPrice(double price, int side, double share) => price * (1 + (side * Fraction));
}
