using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Evidence;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

/// <summary>Rows, orders and days for what is made of them.</summary>
internal static class Rows
{
    public static TradeFacts Trade(double profit = 50, DateOnly? left = null) =>
        new("TEST", 1, At(left ?? new DateOnly(2024, 3, 4)).AddDays(-3), 100, At(left ?? new DateOnly(2024, 3, 4)), 101, 50, "signal", profit, 5);

    public static TradeMatch Same(double entry = 0, double profit = 50, DateOnly? left = null) => new()
    {
        Live = Trade(profit, left),
        Expected = Trade(profit, left),
        Kind = MatchKind.Same,
        EntryDifference = entry,
        ExitDifference = 0,
        Allowed = 5e-4,
        Tracks = true,
    };

    public static TradeMatch Missing(DateOnly? left = null) => new() { Expected = Trade(left: left), Kind = MatchKind.Missing, Cause = MatchCause.Signal, Why = "No order was made.", Tracks = false };

    public static OrderQuality Order(OrderSide side = OrderSide.Buy, double decision = 100, double arrival = 100.5, double fill = 100.6, int hour = 9) => new()
    {
        Reference = "d1:TEST:1:0",
        Symbol = "TEST",
        Side = side,
        Kind = OrderKind.Market,
        Reason = "signal",
        At = At(new DateOnly(2024, 3, 4)).AddHours(14.5),
        Hour = hour,
        Quantity = 50,
        Decision = decision,
        Arrival = arrival,
        Fill = fill,
        Commission = 1e-4,
        Assumed = 5e-4,
    };

    public static ShadowDay Day(DateOnly day, double before = 100_000, double equity = 100_000, bool isForward = true, params TradeMatch[] rows) => new()
    {
        Deployment = ShadowCase.Id,
        Day = day,
        JudgedAt = At(day).AddHours(22),
        IsForward = isForward,
        Equity = equity,
        EquityBefore = before,
        ShadowEquity = equity,
        Held = 0,
        Bars = 1,
        BarsChanged = 0,
        Rows = rows,
        Orders = [],
    };

    public static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
