namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>What the gates ask for. One place, and no setting: a bound that can be lowered on the day it is missed is none.</summary>
public static class GateBounds
{
    /// <summary>Sharpe ratio, a year.</summary>
    public const double Sharpe = 1.5;

    /// <summary>Deepest drawdown, a fraction.</summary>
    public const double Drawdown = 0.15;

    /// <summary>Share of trades that made money. A strategy that wins less often may be a good one; it takes longer to tell from a bad one.</summary>
    public const double WinRate = 0.4;

    /// <summary>Money won for each unit lost.</summary>
    public const double ProfitFactor = 1.3;

    /// <summary>Closed trades.</summary>
    public const int Trades = 50;

    /// <summary>Trading days: 90 days of the calendar.</summary>
    public const int Days = 62;

    /// <summary>Walk-forward efficiency.</summary>
    public const double Efficiency = 0.5;
}
