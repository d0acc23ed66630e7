using AlphaFactory.Core.Statistics.Columns;

namespace AlphaFactory.Core.Statistics.Sheets;

/// <summary>Every statistic of one return series.</summary>
/// <param name="Run">The series.</param>
/// <param name="Measures">Single figures by their id on a sheet, ordered by it.</param>
/// <param name="Columns">Statistics of several figures by id, ordered by it.</param>
/// <param name="Deflated">Deflated Sharpe ratios: the three usual searches, then the one stated.</param>
public sealed record ReturnSheet(
    Performance Run,
    IReadOnlyDictionary<string, Measure> Measures,
    IReadOnlyDictionary<string, MeasureColumn> Columns,
    IReadOnlyList<DeflatedSharpeCase> Deflated)
{
    /// <summary>Computes all of them.</summary>
    /// <param name="run">The series; one that is not finite gives the reason in place of every figure.</param>
    /// <param name="trials">Trials that the search is known to have made; null when nothing is known.</param>
    public static ReturnSheet Of(Performance run, int? trials = null)
    {
        // Runs without skill scatter by 1 / (n - 1), as for a backtest whose trials are counted.
        DeflatedSharpeCase[] stated = trials is { } count && run.Days >= 2 ? [DeflatedSharpeCase.Of(run, count, 1.0 / (run.Days - 1))] : [];
        return new ReturnSheet(
            run,
            StatisticRegistry.Shipped().ComputeSheet(run),
            ColumnStatisticRegistry.Shipped().Compute(run),
            [.. DeflatedSharpeCase.Usual(run), .. stated]);
    }
}
