namespace AlphaFactory.Core.Costs.Commissions;

/// <summary>Interactive Brokers, IBKR Pro tiered, shares listed in the United States, first tier.</summary>
/// <remarks>
/// The first tier, up to 300,000 shares a month, whatever the run trades: larger volumes get cheaper, so this never flatters. Fees of
/// exchanges and clearing come on top in reality and belong into the slippage.
/// </remarks>
[CommissionModel("ib-tiered", "Interactive Brokers, tiered",
    Words = "0.0035 USD a share, at least 0.35 USD an order, at most 1% of the value; each side. The first tier, up to 300,000 shares a month. Fees of exchanges (up to 0.003 USD a share), clearing and regulators are not inside; let the slippage cover them.",
    Source = "interactivebrokers.com, Commissions: Stocks, United States, IBKR Pro Tiered, as published between May 2024 and May 2025 (beside an SEC fee of 27.80 USD a million)")]
public sealed record IbTieredCommission : CommissionModel
{
    private static readonly PerShareTerms s_terms = new(0.0035, 0.35, 0.01);

    /// <inheritdoc/>
    public override double Of(double quantity, double price) => s_terms.Of(quantity, price);

    /// <inheritdoc/>
    public override double Affordable(double money, double price) => s_terms.Affordable(money, price);
}
