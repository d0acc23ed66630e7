namespace AlphaFactory.Core.Costs.Slippages;

/// <summary>Grows with the square of the order's share of the bar's volume.</summary>
/// <remarks>The form of Zipline's VolumeShareSlippage, price x (1 ± impact x share²), whose default impact is 0.1.</remarks>
[SlippageModel("volume-share", "Share of the volume",
    Words = "Grows with the square of the order's share of the bar's volume: impact x share². An order as large as the whole volume, or on a bar without volume, pays the whole impact.",
    Source = "Zipline, VolumeShareSlippage (price impact 0.1)")]
public sealed record VolumeShareSlippage : SlippageModel
{
    /// <summary>How far an order as large as the bar's volume moves the price, as a fraction of it.</summary>
    [CostParameter("impact_pct", 0, 0.5, Label = "Impact of the whole volume", Unit = "%", Help = "0 to 50, default 10")]
    public double Impact { get; init; } = 0.1;

    /// <inheritdoc/>
    public override bool DependsOnVolume => true;

    /// <inheritdoc/>
    public override double FillPrice(double price, int side, double share) => price * (1 + (side * Impact * share * share));
}
