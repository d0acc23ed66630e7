namespace AlphaFactory.Engine.Validation;

/// <summary>
/// Cross-validation for series: training bars next to a test are left out, since a trade or an average that spans the border would carry
/// knowledge from one into the other.
/// </summary>
/// <remarks>Source: M. Lopez de Prado, Advances in Financial Machine Learning (2018), chapters 7 and 12.</remarks>
public static class PurgedSplits
{
    private const double MostSplits = 100_000;

    /// <summary>Each of k equal stretches is the test once.</summary>
    /// <param name="bars">Number of bars.</param>
    /// <param name="folds">k, from 2 to the number of bars.</param>
    /// <param name="purge">Bars left out of training on both sides of a test.</param>
    /// <param name="embargo">Further bars left out behind a test, where what it taught still echoes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IReadOnlyList<TimeSplit> KFold(int bars, int folds, int purge, int embargo) => Combinatorial(bars, folds, 1, purge, embargo);

    /// <summary>Every choice of so many of n equal stretches is the test once: n over k splits, in which each stretch is tested equally often.</summary>
    /// <param name="bars">Number of bars.</param>
    /// <param name="groups">n, from 2 to the number of bars.</param>
    /// <param name="tested">k, from 1 to n - 1.</param>
    /// <param name="purge">Bars left out of training on both sides of a tested stretch.</param>
    /// <param name="embargo">Further bars left out behind a tested stretch.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the choices are more than 100,000.</exception>
    public static IReadOnlyList<TimeSplit> Combinatorial(int bars, int groups, int tested, int purge, int embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, bars);
        ArgumentOutOfRangeException.ThrowIfLessThan(tested, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tested, groups);
        ArgumentOutOfRangeException.ThrowIfNegative(purge);
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Choices(groups, tested), MostSplits, nameof(groups));
        var stretches = Stretches(bars, groups);
        return [.. Pick(groups, tested).Select(chosen => Split(bars, [.. chosen.Select(group => stretches[group])], purge, embargo))];
    }

    /// <summary>The equal stretches that are tested; where the bars do not divide evenly, some have one more.</summary>
    /// <param name="bars">Number of bars.</param>
    /// <param name="groups">Number of stretches, 1 or more.</param>
    public static IReadOnlyList<BarRange> Stretches(int bars, int groups) =>
        [.. Enumerable.Range(0, groups).Select(group => new BarRange((int)((long)group * bars / groups), (int)((long)(group + 1) * bars / groups)))];

    /// <summary>Number of ways to choose so many of n: the number of combinatorial splits.</summary>
    /// <param name="groups">n.</param>
    /// <param name="tested">How many are chosen.</param>
    public static double Choices(int groups, int tested)
    {
        double choices = 1;
        for (int i = 1; i <= tested; i++)
        {
            choices *= (double)(groups - tested + i) / i;
        }

        return choices;
    }

    private static TimeSplit Split(int bars, BarRange[] chosen, int purge, int embargo)
    {
        var test = new List<BarRange>();
        foreach (var stretch in chosen)
        {
            // Neighbours are one test: nothing is learnt between them.
            if (test.Count > 0 && test[^1].End == stretch.Start)
            {
                test[^1] = test[^1] with { End = stretch.End };
            }
            else
            {
                test.Add(stretch);
            }
        }

        var train = new List<BarRange>();
        int free = 0;
        foreach (var stretch in test)
        {
            Learn(free, stretch.Start - purge);
            free = stretch.End + purge + embargo;
        }

        Learn(free, bars);
        return new TimeSplit(train, test);

        void Learn(int start, int end)
        {
            if (start < end)
            {
                train.Add(new BarRange(start, end));
            }
        }
    }

    private static IEnumerable<int[]> Pick(int groups, int tested)
    {
        int[] chosen = [.. Enumerable.Range(0, tested)];
        while (true)
        {
            yield return [.. chosen];
            int place = tested - 1;
            while (place >= 0 && chosen[place] == groups - tested + place)
            {
                place--;
            }

            if (place < 0)
            {
                yield break;
            }

            chosen[place]++;
            for (int next = place + 1; next < tested; next++)
            {
                chosen[next] = chosen[next - 1] + 1;
            }
        }
    }
}
