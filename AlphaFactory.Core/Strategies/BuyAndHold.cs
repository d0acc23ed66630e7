using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Fully invested from the first bar on: what every other strategy is measured against.</summary>
[Strategy("buy-and-hold", "Buy and hold",
    Logic = "Buys once at the start and holds to the end.",
    Failure = "It takes every fall in full and never steps aside.")]
public sealed class BuyAndHold : Strategy<BuyAndHoldParameters>
{
    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, BuyAndHoldParameters parameters, Span<double> target) => target.Fill(1);
}

/// <summary>Buy and hold has nothing to set.</summary>
public sealed record BuyAndHoldParameters : StrategyParameters
{
    /// <inheritdoc/>
    public override int WarmUpBars => 0;
}
