namespace AlphaFactory.Engine.Runs;

/// <summary>The few figures a list of runs shows.</summary>
public static class HeadlineMetrics
{
    /// <summary>Their statistic ids, in order of display.</summary>
    public static IReadOnlyList<string> Names { get; } = ["final_equity", "total_return", "cagr", "volatility", "sharpe", "max_drawdown", "trades", "win_rate"];
}
