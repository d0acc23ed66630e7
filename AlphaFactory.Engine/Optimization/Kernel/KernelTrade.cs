namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>One flat-to-flat trade as the kernel saw it; the same figures as <see cref="Backtesting.Trade"/>.</summary>
internal readonly record struct KernelTrade(
    int Side, int EntryBar, double EntryPrice, double Quantity, int ExitBar, double ExitPrice, string Reason, double ProfitAndLoss, double Return, double Commission, double Slippage);

/// <summary>Where the kernel writes its trades. A struct, so that a sweep that wants none pays nothing.</summary>
internal interface ITradeSink
{
    /// <summary>False when trades need not even be put together: it takes three divisions.</summary>
    static abstract bool Keeps { get; }

    void Add(in KernelTrade trade);
}

/// <summary>Takes no trades.</summary>
internal readonly struct NoTrades : ITradeSink
{
    public static bool Keeps => false;

    public void Add(in KernelTrade trade)
    {
    }
}

/// <summary>Collects trades for a comparison with the event engine.</summary>
internal readonly struct TradeList(List<KernelTrade> trades) : ITradeSink
{
    public static bool Keeps => true;

    public void Add(in KernelTrade trade) => trades.Add(trade);
}
