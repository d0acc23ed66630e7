using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// Finds out how much history a strategy needs before its targets no longer depend on where the history begins. Averages with memory
/// (EMA, Wilder's) and positions held since an old signal need more than the first value that is defined.
/// </summary>
/// <remarks>
/// At three places of the series its targets from there to the end are computed with all bars before, and with ever fewer. The
/// fewest that give the same targets, to <see cref="Tolerance"/>, are what it needs there; the largest of the three counts.
/// </remarks>
public static class WarmUpCheck
{
    /// <summary>Largest difference of two targets that counts as none: sums begun elsewhere round differently.</summary>
    public const double Tolerance = 1e-9;

    private const double Growth = 1.2;

    /// <summary>Checks a strategy on a series.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bars">History and period, oldest first.</param>
    /// <param name="history">Bars before the period.</param>
    /// <param name="cancellationToken">Stops between two trials.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer bars than history.</exception>
    public static WarmUpReport Run(IStrategy strategy, StrategyParameters parameters, BarSeries bars, int history, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(history);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(history, bars.Count);
        int declared = parameters.WarmUpBars, affected = 0;
        int? needed = null;
        double[] whole = Decisions.Of(strategy, parameters, bars).Targets;
        foreach (int place in Places(bars.Count, history, declared))
        {
            double[] full = whole[place..];
            double[] With(int before)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Decisions.Of(strategy, parameters, bars.Slice(place - before, bars.Count - place + before)).Targets[before..];
            }

            if (Fewest(place, declared, before => LastDifference(full, With(before)) < 0) is { } fewest)
            {
                needed = Math.Max(needed ?? 0, fewest);
                affected = fewest > history && place > history ? Math.Max(affected, LastDifference(full, With(history)) + 1) : affected;
            }
        }

        return new WarmUpReport(history, declared, needed, affected);
    }

    /// <summary>Places with enough bars before them to tell: the period's start, the middle, and half-way from there to the end.</summary>
    private static IEnumerable<int> Places(int count, int history, int declared) =>
        new[] { history, count / 2, count / 4 * 3 }.Where(place => place >= 2 * Math.Max(declared, 1) && place < count).Distinct();

    /// <summary>The fewest bars from which on more change nothing, among growing numbers of them; null when not even half of those there are do.</summary>
    private static int? Fewest(int place, int declared, Func<int, bool> agrees)
    {
        var ladder = new List<int>();
        for (double step = declared; (int)step <= place / 2; step = Math.Max(step + 1, step * Growth))
        {
            ladder.Add((int)step);
        }

        int? fewest = null;
        for (int i = ladder.Count - 1; i >= 0 && agrees(ladder[i]); i--)
        {
            fewest = ladder[i];
        }

        return fewest;
    }

    private static int LastDifference(double[] full, double[] part)
    {
        for (int i = full.Length - 1; i >= 0; i--)
        {
            if (double.IsNaN(full[i]) != double.IsNaN(part[i]) || Math.Abs(full[i] - part[i]) > Tolerance)
            {
                return i;
            }
        }

        return -1;
    }
}
