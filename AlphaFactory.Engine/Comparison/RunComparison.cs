using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Association;

namespace AlphaFactory.Engine.Comparison;

/// <summary>Two to eight runs held side by side over the days they share.</summary>
public sealed class RunComparison
{
    /// <summary>Runs a comparison takes at most.</summary>
    public const int Most = 8;

    private const int FewestDays = 2;

    private RunComparison(IReadOnlyList<ComparedRun> runs, CommonDays days, IReadOnlyList<ComparedFigure> figures)
    {
        (Runs, Days, Figures, Settings) = (runs, days, figures, SettingDifference.Of(runs));
        Answer = figures.Count == 0 ? ComparisonAnswer.NoCommonDays : ComparisonAnswer.Of(runs, figures.Single(figure => figure.Id == "sharpe"));
        ClosedTrades = [.. runs.Select(run => figures.Count == 0 ? 0 : FigureComparer.ClosedIn(run, days).Count())];
        Correlations = figures.Count == 0 ? [] : Matrix([.. runs.Select((_, run) => days.Returns(run))]);
    }

    /// <summary>The runs, in the order asked for.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    /// <summary>The days they share.</summary>
    public CommonDays Days { get; }

    /// <summary>Figures over the shared days; empty when there are fewer than two.</summary>
    public IReadOnlyList<ComparedFigure> Figures { get; }

    /// <summary>Trades of each run that ended on the shared days: those its figures are made of.</summary>
    public IReadOnlyList<int> ClosedTrades { get; }

    /// <summary>Every setting, same and different ones.</summary>
    public IReadOnlyList<SettingDifference> Settings { get; }

    /// <summary>Correlation of daily returns, row by row; NaN where a run's returns do not vary. Empty without shared days.</summary>
    public IReadOnlyList<double[]> Correlations { get; }

    /// <summary>What it amounts to.</summary>
    public ComparisonAnswer Answer { get; }

    /// <summary>Compares runs.</summary>
    /// <param name="runs">Two to eight.</param>
    /// <param name="statistics">The statistics there are.</param>
    /// <param name="seed">Seed of the resampling; the seed of a run makes its own intervals come out again.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs, or more than eight.</exception>
    public static RunComparison Of(IReadOnlyList<ComparedRun> runs, StatisticRegistry statistics, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs.Count, 2, nameof(runs));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs.Count, Most, nameof(runs));
        var days = CommonDays.Of([.. runs.Select(run => run.Result)]);
        return new RunComparison(runs, days, days.Days.Length < FewestDays ? [] : FigureComparer.Compare(runs, days, statistics, seed));
    }

    private static double[][] Matrix(double[][] returns) =>
        [.. returns.Select(row => returns.Select(column => PearsonCorrelation.Of(row, column)).ToArray())];
}
