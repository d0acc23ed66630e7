namespace AlphaFactory.Core.Risk;

/// <summary>A named set of risk rules with their default parameters.</summary>
/// <param name="Id">Lower-kebab id, stable for ever.</param>
/// <param name="Name">What people read.</param>
/// <param name="Says">What it is for, in words.</param>
/// <param name="Rules">Ids of its rules.</param>
public sealed record RiskPreset(string Id, string Name, string Says, IReadOnlyList<string> Rules)
{
    /// <summary>All limits of the brief this program was written to.</summary>
    public static RiskPreset Mission { get; } = new("mission", "Mission limits",
        "Position 5%, sector 25%, 5 positions correlated above 0.7, 10% kept free, 2% a trade, 2% a day, 5% a week, breaker at 15%, nothing borrowed.",
        ["cash-reserve", "correlated-positions", "day-loss", "drawdown-breaker", "leverage", "loss-per-trade", "position-size", "sector-size", "week-loss"]);

    /// <summary>Only what ends a disaster: made for one symbol, where a position limit of 5% would leave 95% idle.</summary>
    public static RiskPreset Breakers { get; } = new("breakers", "Breakers only",
        "2% a day, 5% a week, breaker at 15%: nothing limits a position, losses end trading.",
        ["day-loss", "drawdown-breaker", "week-loss"]);

    /// <summary>What every deployment begins with: the limits of the mission, and the rules that look at clock, quotes and the broker.</summary>
    public static RiskPreset Trading { get; } = new("trading", "Trading limits",
        "The mission limits, and: price collar, order size, no order twice, so many a minute, fresh data, open exchange, restricted symbols, no earnings near.",
        [
            "cash-reserve", "correlated-positions", "day-loss", "drawdown-breaker", "duplicate-order", "earnings-blackout", "leverage", "loss-per-trade", "order-rate", "order-size",
            "position-size", "price-collar", "restricted-symbols", "sector-size", "stale-data", "trading-hours", "week-loss",
        ]);

    /// <summary>Every preset of a backtest.</summary>
    public static IReadOnlyList<RiskPreset> All { get; } = [Mission, Breakers];
}
