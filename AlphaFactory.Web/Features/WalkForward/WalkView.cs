using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>A finished walk-forward as the page draws it: made once, asked for at every change of the address.</summary>
public sealed class WalkView(string id, WalkForwardOutcome outcome, StatisticRegistry statistics)
{
    private readonly ObjectiveWords _objective = new(outcome.Definition.Sweep.Objective, statistics);

    /// <summary>The outcome.</summary>
    public WalkForwardOutcome Outcome => outcome;

    /// <summary>The rows of the pass table.</summary>
    public IReadOnlyList<PassRow> Passes { get; } = PassTable.Of(outcome);

    /// <summary>The conclusion.</summary>
    public WalkVerdict Verdict { get; } = WalkVerdict.Of(outcome, PassTable.Of(outcome));

    /// <summary>What was to be large, in words.</summary>
    public string Objective => _objective.Name;

    /// <summary>The axes that vary.</summary>
    public IEnumerable<SweepAxis> Axes => outcome.Definition.Sweep.Axes.Where(axis => axis.Values.Count > 1);

    private string Unit => _objective.IsFraction ? "percent" : "ratio";

    private string[] Tests => [.. outcome.Windows.Select(window => window.TestFrom.ToString("yyyy-MM", CultureInfo.InvariantCulture))];

    /// <summary>An objective as people read it.</summary>
    public string Write(double? value) => _objective.Write(value);

    /// <summary>The tests one after the other: chosen, single best, default, beside buy and hold.</summary>
    public CompareChartOptions Equity(WalkAddress address) => new()
    {
        Columns = $"charts/walk-forward/{id}",
        Names = "A  plateau\nB  single best\nC  default",
        First = outcome.Plateau.Times[0],
        Last = outcome.Plateau.Times[^1],
        Range = address.Range,
        View = address.Drawdown ? "drawdown" : "equity",
        Log = true,
    };

    /// <summary>Each window's objective in training against its test.</summary>
    public FigureChartOptions Degradation() => new()
    {
        Series =
        [
            new("in the test", "points", [.. Known.Select(window => window.Plateau.InSample.Objective!.Value)], [.. Known.Select(window => window.Plateau.OutOfSample.Objective)])
            {
                Words = [.. Known.Select(window => $"test from {FigureText.Date(window.TestFrom)}<br>in training {Write(window.Plateau.InSample.Objective)}<br>in the test <b>{Write(window.Plateau.OutOfSample.Objective)}</b>")],
            },
        ],
        Across = "Window", AcrossTitle = $"{Objective} in training", Title = "in the test", Unit = Unit, AcrossUnit = Unit, Diagonal = true, FromZero = true, Version = id,
    };

    /// <summary>Objective of each window in and out of sample.</summary>
    public FigureChartOptions ByWindow() => new()
    {
        Series =
        [
            new("in training", "other", Places, [.. outcome.Windows.Select(window => window.Plateau.InSample.Objective)]),
            new("in the test", "line", Places, [.. outcome.Windows.Select(window => window.Plateau.OutOfSample.Objective)]),
        ],
        Names = Tests, Across = "Test from", Unit = Unit, FromZero = true, Version = id,
    };

    /// <summary>The value of an axis that each window chose.</summary>
    public FigureChartOptions Path(SweepAxis axis)
    {
        double[] values = [.. outcome.Windows.Select(window => Place(axis, window.Plateau.InSample))], best = [.. outcome.Windows.Select(window => Place(axis, window.Best.InSample))];
        return new FigureChartOptions
        {
            Series = [new("plateau", "steps", Places, [.. values.Select(Finite)]), new("single best", "other", Places, [.. best.Select(Finite)])],
            Names = Tests, Across = "Test from", Unit = "plain", Version = $"{id} {axis.Name}",
        };
    }

    /// <summary>How often the choice changed, in words.</summary>
    public string PathWords(SweepAxis axis)
    {
        string[] chosen = [.. outcome.Windows.Select(window => window.Plateau.InSample.Values.GetValueOrDefault(axis.Name) ?? "")];
        int changes = chosen.Zip(chosen.Skip(1)).Count(pair => pair.First != pair.Second);
        return chosen.Length < 2 ? "" : $"{chosen.Distinct().Count()} of {axis.Values.Count} values, changed {changes} of {chosen.Length - 1} times";
    }

    private IEnumerable<WindowOutcome> Known => outcome.Windows.Where(window => window.Plateau.InSample.Objective is not null);

    private double[] Places => [.. Enumerable.Range(0, outcome.Windows.Count).Select(place => (double)place)];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    // Words have no value of their own; their place on the axis stands for it.
    private static double Place(SweepAxis axis, SweepRow row) =>
        row.Values.TryGetValue(axis.Name, out string? text) ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : SetGrid.PlaceOf(axis, text) : double.NaN;
}
