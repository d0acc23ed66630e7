namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>Walks through the sets next to one: all corners of the cube around it up to four axes, only the straight steps above.</summary>
internal sealed class Neighbourhood
{
    private const int MostCubeAxes = 4;

    private readonly SweepSpace _space;
    private readonly int[] _sizes, _centre, _places;
    private readonly int[][] _steps;

    public Neighbourhood(SweepSpace space)
    {
        _space = space;
        _sizes = [.. space.Axes.Select(axis => axis.Values.Count)];
        (_centre, _places) = (new int[_sizes.Length], new int[_sizes.Length]);
        _steps = [.. Steps(_sizes.Length)];
    }

    /// <summary>Most sets around one, itself included.</summary>
    public int Most => _steps.Length;

    /// <summary>Writes the numbers of the set and of those around it that lie in the space, whether or not they are sets of the sweep.</summary>
    /// <param name="set">Number of the set.</param>
    /// <param name="around"><see cref="Most"/> places.</param>
    /// <returns>How many there are.</returns>
    public int Around(long set, Span<long> around)
    {
        _space.Locate(set, _centre);
        int found = 0;
        foreach (int[] step in _steps)
        {
            bool inside = true;
            for (int axis = 0; axis < _places.Length; axis++)
            {
                _places[axis] = _centre[axis] + step[axis];
                inside &= _places[axis] >= 0 && _places[axis] < _sizes[axis];
            }

            if (inside)
            {
                around[found++] = _space.SetAt(_places);
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
