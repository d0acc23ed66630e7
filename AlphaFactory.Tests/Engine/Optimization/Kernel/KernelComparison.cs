using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Kernel;

namespace AlphaFactory.Tests.Engine.Optimization.Kernel;

/// <summary>Holds what the kernel found against what the event engine found, and remembers the largest difference.</summary>
internal sealed class KernelComparison
{
    public const double Tolerance = 1e-9;
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();

    public double LargestDifference { get; private set; }

    public int Trades { get; private set; }

    /// <summary>Reasons for which trades ended, so that a test can tell that every rule had its say.</summary>
    public HashSet<string> Reasons { get; } = [];

    /// <summary>Every figure of a row against the statistics of the event engine's run.</summary>
    public void Figures(string what, KernelSeries series, SessionRules rules, in KernelFigures sums, SessionOutcome outcome)
    {
        double[] row = new double[SweepFigures.Ids.Count], expected = new double[SweepFigures.Ids.Count];
        SweepFigures.Write(RunPerformance.Of(series.Bars, outcome, rules.InitialCapital), s_statistics, expected);
        if (!SweepFigures.Write(sums, rules.InitialCapital, series.Count, series.Days, row))
        {
            // The kernel says itself that its sums are too coarse; a sweep lets the event engine do such a set.
            return;
        }

        for (int i = 0; i < row.Length; i++)
        {
            Same($"{what}: {SweepFigures.Ids[i]}", expected[i], row[i]);
        }
    }

    /// <summary>Every trade, one by one.</summary>
    public void TradeLists(string what, IReadOnlyList<Trade> expected, IReadOnlyList<KernelTrade> found)
    {
        string lists = $"{what}:{Environment.NewLine}event  {string.Join(" | ", expected.Select(Words))}{Environment.NewLine}kernel {string.Join(" | ", found.Select(Words))}";
        Assert.True(expected.Count == found.Count, lists);
        for (int i = 0; i < expected.Count; i++)
        {
            var (e, f) = (expected[i], found[i]);
            Assert.True((e.Side, e.EntryBar, e.ExitBar, e.ExitReason) == (f.Side, f.EntryBar, f.ExitBar, f.Reason), lists);
            Same($"{what}: entry price of trade {i}", e.EntryPrice, f.EntryPrice);
            Same($"{what}: quantity of trade {i}", e.Quantity, f.Quantity);
            Same($"{what}: exit price of trade {i}", e.ExitPrice, f.ExitPrice);
            Same($"{what}: P&L of trade {i}", e.ProfitAndLoss, f.ProfitAndLoss, e.Quantity * e.EntryPrice);
            Same($"{what}: return of trade {i}", e.Return, f.Return);
            Same($"{what}: commission of trade {i}", e.Commission, f.Commission);
            Same($"{what}: slippage of trade {i}", e.Slippage, f.Slippage, e.Quantity * e.EntryPrice);
        }

        Trades += expected.Count;
        Reasons.UnionWith(expected.Select(trade => trade.ExitReason));
    }

    public void Same(string what, double expected, double actual, double scale = 1)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual))
        {
            return;
        }

        double difference = Math.Abs(actual - expected) / Math.Max(scale, Math.Max(1, Math.Abs(expected)));
        Assert.True(difference <= Tolerance, string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R} but was {actual:R}"));
        LargestDifference = Math.Max(LargestDifference, difference);
    }

    private static string Words(Trade trade) => Words(trade.Side, trade.EntryBar, trade.ExitBar, trade.ExitReason, trade.Quantity);

    private static string Words(KernelTrade trade) => Words(trade.Side, trade.EntryBar, trade.ExitBar, trade.Reason, trade.Quantity);

    private static string Words(int side, int entry, int exit, string reason, double quantity) =>
        string.Create(CultureInfo.InvariantCulture, $"{(side > 0 ? "+" : "-")}{quantity:G6} {entry}..{exit} {reason}");
}
