using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization.Kernel;

namespace AlphaFactory.Engine.Optimization;

/// <summary>The figures of a sweep row, under the ids of their statistics. The kernel computes them from sums; the definitions are those of <c>docs/metrics.md</c>.</summary>
public static class SweepFigures
{
    private static readonly double s_daysPerYear = Performance.TradingDaysPerYear, s_yearRoot = Math.Sqrt(s_daysPerYear);

    // A variance this far below the mean square has lost its digits to cancellation; the set is then measured by the event engine.
    private const double LeastVariance = 1e-6;

    private static readonly (string Id, Figure Compute)[] s_figures =
    [
        ("total_return", (in set) => (set.Sums.FinalEquity / set.Capital) - 1),
        ("sharpe", (in set) => set.Deviation > 0 ? set.Mean / set.Deviation * s_yearRoot : double.NaN),
        ("max_drawdown", (in set) => set.Sums.Floor - 1),
        ("trades", (in set) => set.Sums.Trades),
        ("cagr", (in set) => set.Growth),
        ("volatility", (in set) => set.Days < 2 ? double.NaN : set.Deviation * s_yearRoot),
        ("sortino", (in set) => set.Sums.LossSquares > 0 ? set.Mean * s_yearRoot / Math.Sqrt(set.Sums.LossSquares / set.Days) : double.NaN),
        ("calmar", (in set) => set.Sums.Floor < 1 ? set.Growth / (1 - set.Sums.Floor) : double.NaN),
        ("exposure", (in set) => (double)set.Sums.HeldBars / set.Bars),
        ("turnover", (in set) => set.Sums.TradedShare / set.Days),
        ("open_trades", (in set) => set.Sums.OpenTrades),
        ("win_rate", (in set) => Per(set.Sums.Wins, set.Sums.Trades)),
        ("profit_factor", (in set) => Per(set.Sums.GrossProfit, set.Sums.GrossLoss)),
        ("expectancy", (in set) => Per(set.Sums.GrossProfit - set.Sums.GrossLoss, set.Sums.Trades)),
        ("average_win", (in set) => Per(set.Sums.GrossProfit, set.Sums.Wins)),
        ("average_loss", (in set) => Per(-set.Sums.GrossLoss, set.Sums.Losses)),
        ("commission", (in set) => set.Sums.Commission),
        ("slippage", (in set) => set.Sums.Slippage),
    ];

    /// <summary>The ids, in the order of the columns.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. s_figures.Select(figure => figure.Id)];

    /// <summary>Place of a figure among the columns; -1 when a row does not have it.</summary>
    public static int IndexOf(string id) => Array.FindIndex(s_figures, figure => figure.Id == id);

    /// <summary>Writes the figures of a set; NaN is undefined.</summary>
    /// <returns>False when the sums have lost too many digits for a Sharpe ratio.</returns>
    internal static bool Write(in KernelFigures sums, double capital, int bars, int days, Span<double> row)
    {
        var set = new SetSums(sums, capital, bars, days);
        for (int i = 0; i < s_figures.Length; i++)
        {
            row[i] = s_figures[i].Compute(in set);
        }

        return sums.Squares == 0 || set.Variance > LeastVariance * sums.Squares / days;
    }

    /// <summary>Writes the figures of a run measured by the statistics themselves.</summary>
    internal static void Write(Performance run, StatisticRegistry statistics, Span<double> row)
    {
        for (int i = 0; i < s_figures.Length; i++)
        {
            row[i] = statistics.Compute(run, s_figures[i].Id).Value ?? double.NaN;
        }
    }

    private static double Per(double amount, double count) => count == 0 ? double.NaN : amount / count;

    private delegate double Figure(in SetSums set);

    private readonly struct SetSums
    {
        public readonly KernelFigures Sums;
        public readonly double Capital, Mean, Variance, Deviation, Growth;
        public readonly int Bars, Days;

        public SetSums(in KernelFigures sums, double capital, int bars, int days)
        {
            (Sums, Capital, Bars, Days) = (sums, capital, bars, days);
            Mean = sums.Sum / days;
            Variance = days < 2 ? double.NaN : (sums.Squares - (sums.Sum * Mean)) / (days - 1);
            Deviation = Math.Sqrt(Math.Max(Variance, 0));
            Growth = sums.FinalEquity < 0 ? double.NaN : Math.Pow(sums.FinalEquity / capital, s_daysPerYear / days) - 1;
        }
    }
}
