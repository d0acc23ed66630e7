using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>Mean trade against its scatter, growing with the number of trades: a t statistic.</summary>
[Statistic("sqn", "SQN", StatisticUnit.Ratio, "sqrt(n) x mean(P&L) / sd(P&L)",
    Convention = "n - 1; n is not capped at 100",
    Source = "Tharp, Trade Your Way to Financial Freedom (1998)")]
public sealed class SystemQualityNumber : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        var moments = Moments.Of(run.Trades.Select(trade => trade.ProfitAndLoss).ToArray());
        return run.Trades.Count < 2 ? Measure.Undefined("fewer than 2 closed trades")
            : moments.IsConstant ? Measure.Undefined("all trades made the same")
            : Math.Sqrt(run.Trades.Count) * moments.Mean / moments.SampleDeviation;
    }
}
