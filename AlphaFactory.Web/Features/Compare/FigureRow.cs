using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Compare;

/// <summary>A row of the figure grid: how it is written and the scale its whiskers share.</summary>
public sealed record FigureRow(ComparedFigure Figure, StatisticAttribute Declared)
{
    /// <summary>The value that means "nothing"; null when there is none.</summary>
    public double? Reference { get; } = Figure.Id switch { "cagr" or "sharpe" => 0, "profit_factor" => 1, "win_rate" => 0.5, _ => null };

    /// <summary>One scale for all whiskers of the row; null when no run has an interval.</summary>
    public WhiskerScale? Scale => WhiskerScale.Shared(
        Figure.Cells.Where(cell => cell.Interval is not null).Select(cell => (cell.Interval!.Value.Low, cell.Interval.Value.High)),
        Reference ?? Figure.Cells.Where(cell => cell.Interval is not null).Select(cell => cell.Interval!.Value.Low).DefaultIfEmpty().Min());

    /// <summary>The rows of a comparison.</summary>
    public static IReadOnlyList<FigureRow> Of(RunComparison comparison, StatisticRegistry statistics) =>
        [.. comparison.Figures.Select(figure => new FigureRow(figure, statistics.Find(figure.Id) ?? throw new InvalidOperationException($"The compared figure {figure.Id} is not registered as a statistic.")))];

    /// <summary>The figure as written; null when it is undefined.</summary>
    public string? Write(double? value) => (Declared.Unit, Figure.Id) switch
    {
        (StatisticUnit.Fraction, "cagr") => FigureText.Percent(value, 2, plus: true),
        (StatisticUnit.Fraction, "win_rate") => FigureText.Percent(value, 0),
        (StatisticUnit.Fraction, _) => FigureText.Percent(value, 1),
        _ => FigureText.Number(value),
    };
}
