namespace AlphaFactory.Core.Statistics;

/// <summary>Where a statistic is shown.</summary>
public enum StatisticScope
{
    /// <summary>With every backtest: it needs trades, costs or exposure.</summary>
    Run,

    /// <summary>On the sheet of a return series alone: another convention, or a finer one.</summary>
    Tearsheet,

    /// <summary>With every backtest and on the sheet of a return series.</summary>
    Both,
}
