namespace AlphaFactory.Engine.Comparison;

/// <summary>A figure that comparisons show.</summary>
/// <param name="Id">Statistic id.</param>
/// <param name="HigherIsBetter">False where the smaller one is better.</param>
/// <param name="OfTrades">True when it is made of trades, false when of days.</param>
public sealed record ComparedStatistic(string Id, bool HigherIsBetter, bool OfTrades)
{
    /// <summary>All of them, in order of display. A drawdown is negative, so the higher one is the shallower.</summary>
    public static IReadOnlyList<ComparedStatistic> All { get; } =
    [
        new("cagr", true, false), new("sharpe", true, false), new("volatility", false, false), new("max_drawdown", true, false),
        new("profit_factor", true, true), new("win_rate", true, true),
    ];
}
