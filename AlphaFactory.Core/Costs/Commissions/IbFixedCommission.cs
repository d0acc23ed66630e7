namespace AlphaFactory.Core.Costs.Commissions;

/// <summary>Interactive Brokers, IBKR Pro fixed, shares listed in the United States.</summary>
/// <remarks>Without the fees passed on at sales (SEC, FINRA), together about 0.003% of the value sold.</remarks>
[CommissionModel("ib-fixed", "Interactive Brokers, fixed",
    Words = "0.005 USD a share, at least 1 USD an order, at most 1% of the value; each side. Fees of exchanges are inside, those passed on at sales (SEC, FINRA) are not.",
    Source = "interactivebrokers.com, Commissions: Stocks, United States, IBKR Pro Fixed, as published between May 2024 and May 2025 (beside an SEC fee of 27.80 USD a million)")]
public sealed record IbFixedCommission : CommissionModel
{
    private static readonly PerShareTerms s_terms = new(0.005, 1, 0.01);

    /// <inheritdoc/>
    public override double Of(double quantity, double price) => s_terms.Of(quantity, price);

    /// <inheritdoc/>
    public override double Affordable(double money, double price) => s_terms.Affordable(money, price);
}
