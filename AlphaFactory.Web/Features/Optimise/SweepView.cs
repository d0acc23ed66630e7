using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>A finished sweep as the page draws it: made once, asked for at every change of the address.</summary>
public sealed class SweepView(string id, SweepStudyResult result, double[]? objectives, SetGrid grid, SetGround? ground, StatisticRegistry statistics)
{
    private static readonly string[] s_reasons = ["no figure", "no figure", "no set here has a figure: left out by the condition, not tried, or never traded"];

    private readonly ObjectiveWords _objective = new(result.Sweep.Objective, statistics);

    /// <summary>The outcome.</summary>
    public SweepStudyResult Result => result;

    /// <summary>The axes, in the order in which sets are numbered.</summary>
    public IReadOnlyList<SweepAxis> Axes => grid.Axes;

    /// <summary>True when slices and cells of single sets can be drawn.</summary>
    public bool RemembersAll => objectives is not null;

    /// <summary>What was to be large, in words.</summary>
    public string Objective => _objective.Name;

    /// <summary>Unit of the objective on charts.</summary>
    public string Unit => _objective.IsFraction ? "percent" : "ratio";

    /// <summary>An objective as people read it.</summary>
    public string Write(double? value) => _objective.Write(value);

    /// <summary>Whether it is more than luck.</summary>
    public SweepVerdict Verdict { get; } = SweepVerdict.Of(result, statistics);

    /// <summary>Median objective of a set and its neighbours; null for a row beside the sweep, and where <see cref="NoGround"/> says why.</summary>
    public double? Ground(SweepRow row) => row.Set is not { } set ? null
        : set == result.Plateau?.Set && result.PlateauGround is { } plateau ? plateau.Median
        : set == result.Best?.Set && result.BestGround is { } best ? best.Median
        : ground?.MedianAround(set);

    /// <summary>Why a set has no such median.</summary>
    public string NoGround => objectives is null ? "there are too many sets to remember each one" : ground is null ? "the strategy has changed since" : "the set, or half of its neighbours, have no objective";

    /// <summary>The axes of the heatmap; null where there is but one.</summary>
    public (SweepAxis X, SweepAxis Y)? Pair(SweepAddress address)
    {
        var many = Axes.Where(axis => axis.Values.Count > 1).ToList();
        if (many.Count < 2)
        {
            return null;
        }

        var x = many.FirstOrDefault(axis => axis.Name == address.X) ?? many[0];
        return (x, many.FirstOrDefault(axis => axis.Name == address.Y && axis != x) ?? many.First(axis => axis != x));
    }

    /// <summary>The heatmap of an address; null where no grid was kept of its axes.</summary>
    public HeatChartOptions? Heat(SweepAddress address)
    {
        if (Pair(address) is not var (x, y) || Cells(address, x, y) is not { } values)
        {
            return null;
        }

        List<HeatMark> marks = [.. Mark("plateau", result.Plateau?.Values, IsOne ? "plateau and single best" : "plateau", x, y), .. Mark("best", IsOne ? null : result.Best?.Values, "single best", x, y), .. Mark("default", result.Default.Values, "default", x, y)];
        int[][] region = marks.FirstOrDefault(mark => mark.Kind == "plateau") is { } plateau
            ? [.. from row in Enumerable.Range(plateau.Row - 1, 3) from column in Enumerable.Range(plateau.Column - 1, 3)
                  where row >= 0 && column >= 0 && row < y.Values.Count && column < x.Values.Count && values[(row * x.Values.Count) + column] is not null
                  select new[] { row, column }]
            : [];
        return new HeatChartOptions
        {
            Rows = y.Values, Columns = x.Values, Values = values, Missing = [.. values.Select(value => value is null ? 2 : 0)], Reasons = s_reasons, Marks = marks, Region = region, Upward = true, Unit = Unit,
            RowTitle = StudyWords.Name(y.Name), ColumnTitle = StudyWords.Name(x.Name), Version = $"{id} {x.Name} {y.Name} {address.Cell} {string.Join(' ', address.Fixed.Select(pair => pair.Key + pair.Value))}",
        };
    }

    /// <summary>Objective along one axis, everything else as in the plateau, beside the median of each set's neighbours; null when there are too many sets to remember.</summary>
    public FigureChartOptions? Slice(SweepAxis axis, SweepAddress address)
    {
        if (objectives is null || Anchor(address) is not { } anchor)
        {
            return null;
        }

        int which = Axes.ToList().FindIndex(one => one.Name == axis.Name);
        int[] places = [.. anchor];
        var own = new double?[axis.Values.Count];
        var around = new double?[axis.Values.Count];
        for (int place = 0; place < own.Length; place++)
        {
            places[which] = place;
            double objective = objectives[grid.SetAt(places)], median = grid.MedianAround(objectives, places);
            (own[place], around[place]) = (Known(objective), double.IsFinite(objective) ? Known(median) : null);
        }

        bool isNumeric = axis.Values.All(text => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _));
        double[] at = [.. axis.Values.Select((text, place) => isNumeric ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : place)];
        return new FigureChartOptions
        {
            Series = [new("neighbours' median", "other", at, around), new(Objective, "line", at, own)],
            Marks = [.. MarksOn(axis, anchor, which, at, own)],
            Names = isNumeric ? null : axis.Values,
            Across = StudyWords.Name(axis.Name), Unit = Unit, Version = $"{id} {axis.Name} {string.Join(',', anchor)}",
        };
    }

    /// <summary>What a slice keeps fixed, in words.</summary>
    public string FixedWords(SweepAxis axis, SweepAddress address) => Anchor(address) is not { } anchor || Axes.Count < 2 ? "" : string.Join(", ", Axes.Select((one, place) => (one, place)).Where(pair => pair.one.Name != axis.Name).Select(pair => $"{StudyWords.Name(pair.one.Name)} {pair.one.Values[anchor[pair.place]]}"));

    /// <summary>How the objectives are spread, with the plateau, the best, and what is not optimised.</summary>
    public FigureChartOptions Histogram() => new()
    {
        Series = [new("sets", "bars", [.. result.Histogram.Select(bin => (bin.From + bin.To) / 2)], [.. result.Histogram.Select(bin => (double?)bin.Count)]) { Width = result.Histogram.Count > 0 ? result.Histogram[0].To - result.Histogram[0].From : 1, Words = [.. result.Histogram.Select(bin => $"{Write(bin.From)} to {Write(bin.To)}")] }],
        Uprights = [.. new (string, double?, bool)[] { ("plateau", result.Plateau?.Objective, true), ("default", result.Default.Objective, false), ("holding", result.BuyAndHold.Objective, false) }.Where(one => one.Item2 is not null).Select(one => new FigureUpright(one.Item1, one.Item2!.Value, one.Item3))],
        Across = Objective, Unit = "count", AcrossUnit = Unit, Version = id,
    };

    /// <summary>The winner of each split in sample against out of sample; null without such splits.</summary>
    public FigureChartOptions? Degradation() => result.Overfit is not { } overfit ? null : new FigureChartOptions
    {
        Series = [new("Sharpe out of sample", "points", overfit.InSample, [.. overfit.OutOfSample.Select(value => (double?)value)]) { Words = [.. overfit.InSample.Select((inSample, i) => $"in sample {FigureText.Number(inSample)}<br>out of sample <b>{FigureText.Number(overfit.OutOfSample[i])}</b>")] }],
        Across = "Winner of each split", AcrossTitle = "Sharpe in sample", Title = "out of sample", AcrossUnit = "ratio", Diagonal = true, FromZero = true, Version = id,
    };

    /// <summary>Parallel coordinates with what the filter keeps.</summary>
    public ParallelChartOptions Parallel(SweepFilter filter) => new()
    {
        Columns = $"charts/sweeps/{id}/sets",
        Axes = [.. Axes.Select(axis => new ParallelAxis(axis.Name, StudyWords.Name(axis.Name), axis.Values.Count, axis.Values[0], axis.Values[^1])), new ParallelAxis("objective", Objective, 0, "", "")],
        Brushes = filter.Brushes(Axes),
    };

    // Where the plateau is the single best, too, one mark stands for both.
    private bool IsOne => result.Plateau?.Set is { } set && set == result.Best?.Set;

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    private int[]? Anchor(SweepAddress address)
    {
        if ((result.Plateau ?? result.Best) is not { } row || grid.Places(row.Values) is not { } places)
        {
            return null;
        }

        for (int axis = 0; axis < Axes.Count; axis++)
        {
            if (address.Fixed.TryGetValue(Axes[axis].Name, out string? text) && SetGrid.PlaceOf(Axes[axis], text) is >= 0 and var place)
            {
                places[axis] = place;
            }
        }

        return places;
    }

    private static IEnumerable<HeatMark> Mark(string kind, IReadOnlyDictionary<string, string>? values, string words, SweepAxis x, SweepAxis y)
    {
        if (values is not null && values.TryGetValue(x.Name, out string? across) && values.TryGetValue(y.Name, out string? up) && SetGrid.PlaceOf(x, across) is >= 0 and var column && SetGrid.PlaceOf(y, up) is >= 0 and var row)
        {
            yield return new HeatMark(kind, row, column, $"{words} {across}/{up}");
        }
    }

    private IEnumerable<FigureMark> MarksOn(SweepAxis axis, int[] anchor, int which, double[] at, double?[] values)
    {
        foreach (var (kind, row) in new[] { ("plateau", result.Plateau?.Values), ("best", IsOne ? null : result.Best?.Values), ("default", result.Default.Values) })
        {
            // A set is marked only where the slice runs through it.
            if (row is not null && grid.Places(row) is { } places && places.Where((_, place) => place != which).SequenceEqual(anchor.Where((_, place) => place != which)) && values[places[which]] is { } value)
            {
                yield return new FigureMark(kind, at[places[which]], value);
            }
        }
    }

    private double?[]? Cells(SweepAddress address, SweepAxis x, SweepAxis y)
    {
        if (address.Cell == CellKind.Slice && objectives is not null && Anchor(address) is { } places)
        {
            int across = Axes.ToList().FindIndex(axis => axis.Name == x.Name), up = Axes.ToList().FindIndex(axis => axis.Name == y.Name);
            return [.. from row in Enumerable.Range(0, y.Values.Count) from column in Enumerable.Range(0, x.Values.Count) select Known(At(places, across, column, up, row))];
        }

        if (result.Grids.FirstOrDefault(one => (one.First == x.Name && one.Second == y.Name) || (one.First == y.Name && one.Second == x.Name)) is not { } pair)
        {
            return null;
        }

        double[] cells = address.Cell switch { CellKind.Best => pair.Best, CellKind.Mean => pair.Mean, _ => pair.Median.Length > 0 ? pair.Median : pair.Mean };
        bool asIs = pair.First == y.Name;
        return [.. from row in Enumerable.Range(0, y.Values.Count) from column in Enumerable.Range(0, x.Values.Count) select Known(cells[asIs ? (row * x.Values.Count) + column : (column * y.Values.Count) + row])];
    }

    private double At(int[] places, int across, int column, int up, int row)
    {
        int[] one = [.. places];
        (one[across], one[up]) = (column, row);
        return objectives![grid.SetAt(one)];
    }
}
