using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>How dear trading may become before the run makes nothing.</summary>
internal static class BreakEvenCost
{
    /// <summary>Largest cost tried, as a fraction of the traded value.</summary>
    public const double Largest = 0.5;

    /// <summary>Cost of a side, commission and slippage together, at which the same decisions end where they began.</summary>
    /// <returns>A fraction of the traded value; null when the run makes nothing even without costs; <see cref="Largest"/> when it survives that.</returns>
    public static double? Find(BarSeries bars, SessionRules rules, double[]? atr, double[] target, CancellationToken cancellationToken)
    {
        bool Profits(double cost) =>
            new TradingSession(bars, rules with { Commission = new PercentCommission { Fraction = cost }, Slippage = new PercentSlippage { Fraction = 0 } }, atr).Run(target, null, cancellationToken).Equity[^1] > rules.InitialCapital;

        if (!Profits(0))
        {
            return null;
        }

        if (Profits(Largest))
        {
            return Largest;
        }

        double low = 0, high = Largest;
        while (high - low > 1e-6)
        {
            double middle = (low + high) / 2;
            (low, high) = Profits(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
