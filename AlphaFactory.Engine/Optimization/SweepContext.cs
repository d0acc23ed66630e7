using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What all threads of a sweep share. Nothing in it changes but the cache of columns, which only grows.</summary>
internal sealed record SweepContext(SweepSpace Space, RunPeriod Period, KernelSeries Series, ColumnCache Columns, SweepObjective Objective, StatisticRegistry Statistics)
{
    /// <summary>The same sweep on another stretch of bars, in the memory of this one, which nobody may use any longer.</summary>
    public SweepContext On(RunPeriod period)
    {
        Columns.Move(period.Seen);
        return this with { Period = period, Series = new KernelSeries(period.Seen, period.History, Series) };
    }
}
