namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>Walks through the sets next to one: all corners of the cube around it up to four axes, only the straight steps above.</summary>
internal sealed class Neighbourhood
{
    private const int MostCubeAxes = 4;

    private readonly SweepSpace _space;
    private readonly int[] _sizes, _centre;
    private readonly int[][] _steps;
    private readonly long[] _distances;

    public Neighbourhood(SweepSpace space)
    {
        _space = space;
        _sizes = [.. space.Axes.Select(axis => axis.Values.Count)];
        _centre = new int[_sizes.Length];
        _steps = [.. Steps(_sizes.Length)];
        // The last axis runs fastest: a step along another is as many numbers as the axes behind it have combinations.
        Whole = _steps.Count(step => step.Zip(_sizes).All(axis => axis.First == 0 || axis.Second > 2 || (axis.First > 0 && axis.Second == 2)));
        _distances = [.. _steps.Select(step => step.Zip(_sizes).Aggregate(0L, (distance, axis) => (distance * axis.Second) + axis.First))];
    }

    /// <summary>Most sets around one, itself included.</summary>
    public int Most => _steps.Length;

    /// <summary>Sets around one that no end of a range is next to, itself included; an axis of two values has none without an end, so there one neighbour is all.</summary>
    public int Whole { get; }

    /// <summary>Writes the numbers of the set and of those around it that lie in the space, whether or not they are sets of the sweep.</summary>
    /// <param name="set">Number of the set.</param>
    /// <param name="around"><see cref="Most"/> places.</param>
    /// <returns>How many there are.</returns>
    public int Around(long set, Span<long> around)
    {
        _space.Locate(set, _centre);
        int found = 0;
        for (int number = 0; number < _steps.Length; number++)
        {
            int[] step = _steps[number];
            bool inside = true;
            for (int axis = 0; axis < step.Length; axis++)
            {
                inside &= (uint)(_centre[axis] + step[axis]) < (uint)_sizes[axis];
            }

            if (inside)
            {
                around[found++] = set + _distances[number];
            }
        }

        return found;
    }

    private static IEnumerable<int[]> Steps(int axes)
    {
        if (axes > MostCubeAxes)
        {
            yield return new int[axes];
            for (int axis = 0; axis < axes; axis++)
            {
                foreach (int step in (int[])[-1, 1])
                {
                    int[] one = new int[axes];
                    one[axis] = step;
                    yield return one;
                }
            }

            yield break;
        }

        for (int code = 0; code < (int)Math.Pow(3, axes); code++)
        {
            int[] steps = new int[axes];
            for (int axis = 0, rest = code; axis < axes; axis++, rest /= 3)
            {
                steps[axis] = (rest % 3) - 1;
            }

            yield return steps;
        }
    }
}
