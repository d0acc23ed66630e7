namespace AlphaFactory.Engine.Backtesting;

/// <summary>Everything the reader of a result must know, worst first.</summary>
internal static class FindingRules
{
    private static readonly Func<RunEvidence, Finding?>[] s_rules =
    [
        TradeFindings.LookAhead, TradeFindings.Ruined, TradeFindings.NoTrade, RiskFindings.Closed, TradeFindings.OneTradeMadeTheProfit, TradeFindings.TooFew,
        TradeFindings.OrdersTooSmall, RiskFindings.Unsized, ComparisonFindings.CostsTakeIt, SettingFindings.SameClose, SettingFindings.NoCosts, ComparisonFindings.NotSeparableFromLuck,
        ComparisonFindings.BuyAndHoldMadeMore, SettingFindings.WarmUp, SettingFindings.ShortHistory, CostFindings.CutByVolume, CostFindings.LargeOrders, CostFindings.CostsCountShares, ComparisonFindings.UnderWater, CostFindings.DividendsLeftOut, TradeFindings.StillOpen, RiskFindings.Bound, SettingFindings.Synthetic,
    ];

    public static IReadOnlyList<Finding> Find(RunEvidence run) =>
        [.. s_rules.Select(rule => rule(run)).OfType<Finding>().OrderBy(finding => finding.Severity switch { "serious" => 0, "unsure" => 1, _ => 2 })];
}
