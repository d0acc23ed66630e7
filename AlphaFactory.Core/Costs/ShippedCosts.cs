namespace AlphaFactory.Core.Costs;

/// <summary>The cost models that ship with this program.</summary>
public static class ShippedCosts
{
    /// <summary>What brokers take.</summary>
    public static CostModelRegistry<CommissionModel> Commissions { get; } =
        CostModelRegistry<CommissionModel>.Scan<CommissionModelAttribute>(typeof(ShippedCosts).Assembly.GetTypes(), "commission");

    /// <summary>How prices move against orders.</summary>
    public static CostModelRegistry<SlippageModel> Slippages { get; } =
        CostModelRegistry<SlippageModel>.Scan<SlippageModelAttribute>(typeof(ShippedCosts).Assembly.GetTypes(), "slippage");
}
