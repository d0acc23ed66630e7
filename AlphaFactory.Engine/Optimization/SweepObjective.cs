using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What a sweep makes as large as possible: a statistic or an expression over statistics.</summary>
internal sealed class SweepObjective
{
    private readonly Formula _formula;
    private readonly int[] _columns;
    private readonly StatisticRegistry _statistics;

    /// <exception cref="RunSpecException">The text cannot be read.</exception>
    public SweepObjective(string text, StatisticRegistry statistics)
    {
        _formula = ObjectiveFormula.Parse(text, statistics, out string? fault, out _) ?? throw new RunSpecException([fault!.StartsWith("objective is ", StringComparison.Ordinal) ? fault : $"objective: {fault}"]);
        _columns = [.. _formula.Variables.Select(SweepFigures.IndexOf)];
        _statistics = statistics;
    }

    /// <summary>True when the figures of a row are all it needs.</summary>
    public bool IsOfFigures => Array.TrueForAll(_columns, column => column >= 0);

    /// <summary>The statistics it needs that daily returns alone do not give, such as those of trades.</summary>
    public IEnumerable<string> NotOfReturns => _formula.Variables.Where(id => _statistics.Find(id)?.Scope != StatisticScope.Both);

    /// <summary>The objective of a row.</summary>
    public double Of(ReadOnlySpan<double> row)
    {
        Span<double> values = stackalloc double[_columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = row[_columns[i]];
        }

        return Finite(_formula.Evaluate(values));
    }

    /// <summary>The objective of a run.</summary>
    public double Of(Performance run) =>
        Finite(_formula.Evaluate([.. _formula.Variables.Select(id => _statistics.Compute(run, id).Value ?? double.NaN)]));

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
