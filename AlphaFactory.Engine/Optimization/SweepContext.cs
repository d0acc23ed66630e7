using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What all threads of a sweep share. Nothing in it changes but the cache of columns, which only grows.</summary>
internal sealed record SweepContext(SweepSpace Space, RunPeriod Period, KernelSeries Series, ColumnCache Columns, SweepObjective Objective, StatisticRegistry Statistics);
