using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>
/// The sets of a sweep by their place on each axis, numbered as <see cref="SweepSpace"/> does: axes of the strategy first, those of the run
/// behind them, the last running fastest.
/// </summary>
public sealed class SetGrid
{
    /// <summary>Orders the axes.</summary>
    /// <param name="axes">The axes as they were asked for.</param>
    /// <param name="parameters">Names of the strategy's parameters.</param>
    public SetGrid(IReadOnlyList<SweepAxis> axes, IReadOnlyCollection<string> parameters) => Axes = [.. axes.OrderBy(axis => !parameters.Contains(axis.Name))];

    /// <summary>The axes in the order in which sets are numbered.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>Number of combinations.</summary>
    public long Size => Axes.Aggregate(1L, (size, axis) => size * axis.Values.Count);

    /// <summary>Place of these values on each axis; null when one of them lies on none.</summary>
    public int[]? Places(IReadOnlyDictionary<string, string> values)
    {
        int[] places = [.. Axes.Select(axis => values.TryGetValue(axis.Name, out string? text) ? PlaceOf(axis, text) : -1)];
        return places.Contains(-1) ? null : places;
    }

    /// <summary>Number of the set at these places.</summary>
    public long SetAt(ReadOnlySpan<int> places)
    {
        long set = 0;
        for (int axis = 0; axis < Axes.Count; axis++)
        {
            set = (set * Axes[axis].Values.Count) + places[axis];
        }

        return set;
    }

    /// <summary>Median objective of the sets one step away on any axis, the one at these places included; those without an objective are left out.</summary>
    /// <param name="objectives">Objective by number, NaN where there is none.</param>
    /// <param name="places">The places.</param>
    /// <returns>NaN when none has an objective.</returns>
    public double MedianAround(double[] objectives, ReadOnlySpan<int> places)
    {
        var found = new List<double>();
        int[] around = new int[Axes.Count];
        Gather(0, places.ToArray());
        found.Sort();
        return found.Count == 0 ? double.NaN : found.Count % 2 == 1 ? found[found.Count / 2] : (found[(found.Count / 2) - 1] + found[found.Count / 2]) / 2;

        void Gather(int axis, int[] centre)
        {
            if (axis == Axes.Count)
            {
                if (objectives[SetAt(around)] is var objective && double.IsFinite(objective))
                {
                    found.Add(objective);
                }

                return;
            }

            for (int place = Math.Max(0, centre[axis] - 1); place <= Math.Min(Axes[axis].Values.Count - 1, centre[axis] + 1); place++)
            {
                around[axis] = place;
                Gather(axis + 1, centre);
            }
        }
    }

    /// <summary>Place of a value on an axis, compared as numbers where both are some; -1 when it is not there.</summary>
    public static int PlaceOf(SweepAxis axis, string text)
    {
        bool isNumber = Number(text, out double number);
        for (int place = 0; place < axis.Values.Count; place++)
        {
            if (axis.Values[place] == text || (isNumber && Number(axis.Values[place], out double value) && value == number))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool Number(string text, out double number) => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out number);
}
