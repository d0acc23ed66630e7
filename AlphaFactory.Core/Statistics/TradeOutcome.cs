namespace AlphaFactory.Core.Statistics;

/// <summary>What trade statistics need of a closed flat-to-flat trade.</summary>
/// <param name="ProfitAndLoss">Money won or lost after all costs; 0 is a draw.</param>
/// <param name="Return">P&amp;L over the entry value, a fraction.</param>
public readonly record struct TradeOutcome(double ProfitAndLoss, double Return);
