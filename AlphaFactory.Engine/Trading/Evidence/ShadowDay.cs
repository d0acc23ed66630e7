namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>What the evening of a trading day found out about a deployment. It is kept as it was concluded; later knowledge does not change it.</summary>
public sealed record ShadowDay
{
    /// <summary>Id of the deployment.</summary>
    public required string Deployment { get; init; }

    /// <summary>The trading day, by the calendar of its market.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was judged, by the clock of the machine.</summary>
    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>True when the day came after the deployment was made: only then was it unknown. A replay of the past is an exercise and proves nothing about the future.</summary>
    public required bool IsForward { get; init; }

    /// <summary>Equity at the close of the day.</summary>
    public required double Equity { get; init; }

    /// <summary>Equity at the close of the day before, or the capital.</summary>
    public required double EquityBefore { get; init; }

    /// <summary>Equity of the backtest over the same bars at that close.</summary>
    public required double ShadowEquity { get; init; }

    /// <summary>Shares held at the close, signed.</summary>
    public required double Held { get; init; }

    /// <summary>Bars of the day that were seen.</summary>
    public required int Bars { get; init; }

    /// <summary>Bars of the day that are stored otherwise than they were seen.</summary>
    public required int BarsChanged { get; init; }

    /// <summary>Trades that ended on the day, live or in the backtest, side by side.</summary>
    public required IReadOnlyList<TradeMatch> Rows { get; init; }

    /// <summary>Orders whose last execution was on the day, with what they cost against the price they were decided at.</summary>
    public required IReadOnlyList<OrderQuality> Orders { get; init; }

    /// <summary>Money made on the day, at the prices of the close.</summary>
    public double ProfitAndLoss => Equity - EquityBefore;
}
