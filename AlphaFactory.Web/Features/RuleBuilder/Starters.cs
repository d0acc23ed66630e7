namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>Rules to begin with; each is meant to be changed.</summary>
public static class Starters
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        ("Dip in an uptrend", "buy when rsi($period=14) < $low=35 and close > sma(200)\nsell when rsi($period) > $high=60\nsell after 20 bars"),
        ("Crossover", "buy when sma(20) crosses above sma(50)\nsell when sma(20) crosses below sma(50)"),
        ("Breakout", "buy when close > donchian_upper(20)[1] and close > sma(100)\nsell when close < donchian_lower(10)[1]"),
        ("Momentum, both ways", "buy when macd_hist(12, 26, 9) > 0 for 3 bars\nsell when macd_hist(12, 26, 9) < 0\nshort when macd_hist(12, 26, 9) < 0 for 3 bars\ncover when macd_hist(12, 26, 9) > 0"),
    ];

    /// <summary>A comparison for a new row.</summary>
    public const string Row = "close > sma(50)";
}
