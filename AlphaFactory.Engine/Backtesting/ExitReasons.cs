namespace AlphaFactory.Engine.Backtesting;

/// <summary>Why a trade ended, as results spell it.</summary>
public static class ExitReasons
{
    /// <summary>The strategy wanted it.</summary>
    public const string Signal = "signal";

    /// <summary>A fixed stop, or one moved to the entry price.</summary>
    public const string Stop = "stop";

    /// <summary>A stop that followed the price.</summary>
    public const string TrailingStop = "trailing-stop";

    /// <summary>The target.</summary>
    public const string TakeProfit = "take-profit";

    /// <summary>The time stop.</summary>
    public const string Time = "time";

    /// <summary>A risk rule, or ruin.</summary>
    public const string Risk = "risk";

    /// <summary>A person closed it, live.</summary>
    public const string Hand = "hand";

    /// <summary>The share was taken off the exchange.</summary>
    public const string Delisted = "delisted";

    /// <summary>It has not ended: still held on the last bar.</summary>
    public const string Open = "open";
}
