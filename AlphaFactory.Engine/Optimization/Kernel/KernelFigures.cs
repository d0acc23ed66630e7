namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>What the kernel adds up in one pass over a run: sums from which every figure of a sweep row follows.</summary>
internal struct KernelFigures
{
    public double FinalEquity;

    /// <summary>Sum of daily returns, of their squares, and of the squares of the losing ones.</summary>
    public double Sum, Squares, LossSquares;

    /// <summary>Lowest equity over its peak so far, 1 when it never fell.</summary>
    public double Floor;

    /// <summary>Sum over days of the value traded over equity at the close.</summary>
    public double TradedShare;

    /// <summary>Bars with a position after the close.</summary>
    public int HeldBars;

    public int Trades, Wins, Losses, OpenTrades;

    public double GrossProfit, GrossLoss, Commission, Slippage;

    /// <summary>Nothing traded yet.</summary>
    public static KernelFigures Start(double capital) => new() { FinalEquity = capital, Floor = 1 };

    public void AddReturn(double value)
    {
        Sum += value;
        Squares += value * value;
        double loss = Math.Min(value, 0);
        LossSquares += loss * loss;
    }

    public void AddTrade(double profit)
    {
        Trades++;
        Wins += profit > 0 ? 1 : 0;
        Losses += profit < 0 ? 1 : 0;
        GrossProfit += Math.Max(profit, 0);
        GrossLoss -= Math.Min(profit, 0);
    }
}
