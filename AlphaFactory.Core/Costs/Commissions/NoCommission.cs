namespace AlphaFactory.Core.Costs.Commissions;

/// <summary>Nothing is charged.</summary>
[CommissionModel("none", "None",
    Words = "Nothing is charged. Brokers who charge nothing are paid by the spread: set the slippage accordingly.")]
public sealed record NoCommission : CommissionModel
{
    /// <inheritdoc/>
    public override double Of(double quantity, double price) => 0;

    /// <inheritdoc/>
    public override double Affordable(double money, double price) => money / price;
}
