using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>All that verdict and findings may speak from; they compute words, not figures.</summary>
internal sealed record RunEvidence
{
    public required RunSpec Spec { get; init; }

    public required BarSeries Bars { get; init; }

    public required SessionOutcome Outcome { get; init; }

    public required Performance Performance { get; init; }

    public required Performance Benchmark { get; init; }

    public required IReadOnlyDictionary<string, Measure> Metrics { get; init; }

    /// <summary>Interval of the Sharpe ratio less that of holding; null when it cannot be told.</summary>
    public required Interval? LeadOverHolding { get; init; }

    public required int Trials { get; init; }

    /// <summary>Bars of the period in which the strategy could have no opinion.</summary>
    public required int WarmUpBars { get; init; }

    /// <summary>Cost of a side at which nothing is left; null when nothing is there without costs.</summary>
    public required double? BreakEvenCost { get; init; }

    /// <summary>Intervals of the figures that have one.</summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }

    public required LookAheadReport LookAhead { get; init; }

    /// <summary>Whether the bars before the period settle the targets.</summary>
    public required WarmUpReport History { get; init; }

    /// <summary>Commission and slippage over the value traded: what a side cost on average; 0 when nothing was traded.</summary>
    public double CostPerSide => Outcome.TradedValue.Sum() is > 0 and var traded ? (Outcome.Commission + Outcome.Slippage) / traded : 0;

    public double NetProfit => Performance.FinalEquity - Performance.InitialCapital;

    public int ClosedTrades => Performance.Trades.Count;

    /// <summary>The trade that made most; null without one that made money.</summary>
    public Trade? BiggestWin => Outcome.Trades.Where(trade => trade.ProfitAndLoss > 0).MaxBy(trade => trade.ProfitAndLoss);

    /// <summary>Share of the net profit the biggest win made; null when there is no profit.</summary>
    public double? BiggestWinShare => NetProfit > 0 && BiggestWin is { } win ? win.ProfitAndLoss / NetProfit : null;

    public double? Metric(string id) => Metrics[id].Value;
}
