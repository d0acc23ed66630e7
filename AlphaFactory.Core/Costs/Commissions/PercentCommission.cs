namespace AlphaFactory.Core.Costs.Commissions;

/// <summary>A fraction of the traded value, each side.</summary>
[CommissionModel("pct", "Per cent of the value",
    Words = "A part of the traded value, each side.")]
public sealed record PercentCommission : CommissionModel
{
    /// <summary>Commission as a fraction of the traded value.</summary>
    [CostParameter("pct", 0, 0.5, Label = "Commission, each side", Unit = "%", Help = "0 to 50, default 0.1")]
    public double Fraction { get; init; } = 0.001;

    /// <inheritdoc/>
    public override double Of(double quantity, double price) => quantity * price * Fraction;

    /// <inheritdoc/>
    public override double Affordable(double money, double price) => money / (price * (1 + Fraction));
}
