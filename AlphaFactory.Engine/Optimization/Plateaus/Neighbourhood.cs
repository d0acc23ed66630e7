namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>Walks through the sets next to one: all corners of the cube around it up to four axes, only the straight steps above.</summary>
internal sealed class Neighbourhood
{
    private const int MostCubeAxes = 4;

    private readonly SweepSpace _space;
    private readonly int[] _sizes;
    private readonly int[][] _steps;

    public Neighbourhood(SweepSpace space)
    {
        _space = space;
        _sizes = [.. space.Axes.Select(axis => axis.Values.Count)];
        _steps = [.. Steps(_sizes.Length)];
    }

    /// <summary>Numbers of the set and of those around it that lie in the space, whether or not they are sets of the sweep.</summary>
    public IEnumerable<long> Around(long set)
    {
        int[] centre = new int[_sizes.Length], places = new int[_sizes.Length];
        _space.Locate(set, centre);
        foreach (int[] step in _steps)
        {
            bool inside = true;
            for (int axis = 0; axis < places.Length; axis++)
            {
                places[axis] = centre[axis] + step[axis];
                inside &= places[axis] >= 0 && places[axis] < _sizes[axis];
            }

            if (inside)
            {
                yield return _space.SetAt(places);
            }
        }
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
