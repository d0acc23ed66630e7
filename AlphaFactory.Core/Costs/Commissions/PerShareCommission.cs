namespace AlphaFactory.Core.Costs.Commissions;

/// <summary>So much a share with a minimum an order, each side.</summary>
[CommissionModel("per-share", "Per share with a minimum",
    Words = "So much a share, at least the minimum an order, never more than the largest part of the traded value; each side.")]
public sealed record PerShareCommission : CommissionModel
{
    /// <summary>Money a share.</summary>
    [CostParameter("per_share", 0, 10, Label = "Commission a share", Unit = "USD", Help = "0 to 10, default 0.005")]
    public double PerShare { get; init; } = 0.005;

    /// <summary>Least money an order.</summary>
    [CostParameter("minimum", 0, 1000, Label = "Least an order", Unit = "USD", Help = "0 to 1000, default 1")]
    public double Minimum { get; init; } = 1;

    /// <summary>Most an order costs, as a fraction of its value; it goes before the minimum.</summary>
    [CostParameter("maximum_pct", 0, 0.5, Label = "Most an order", Unit = "%", Help = "of its value; 0 to 50, default 1")]
    public double LargestFraction { get; init; } = 0.01;

    private PerShareTerms Terms => new(PerShare, Minimum, LargestFraction);

    /// <inheritdoc/>
    public override double Of(double quantity, double price) => Terms.Of(quantity, price);

    /// <inheritdoc/>
    public override double Affordable(double money, double price) => Terms.Affordable(money, price);
}
