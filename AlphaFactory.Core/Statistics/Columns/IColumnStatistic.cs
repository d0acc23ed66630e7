namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Several figures of a return series under one id. One file each, with a <see cref="StatisticAttribute"/>.</summary>
public interface IColumnStatistic
{
    /// <summary>The figures, or why there are none.</summary>
    MeasureColumn Compute(Performance run);
}
