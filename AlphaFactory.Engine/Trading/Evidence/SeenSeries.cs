using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>The bars a deployment saw beside those the store holds now, both with the same history before them.</summary>
/// <param name="Seen">History, then the bars as they were seen.</param>
/// <param name="Stored">History, then the bars as they are stored; null when the store holds none of them.</param>
/// <param name="History">Bars before the first one that was traded.</param>
/// <param name="Differences">Where the two differ, oldest first; empty when nothing is stored to compare with.</param>
internal sealed record SeenSeries(BarSeries Seen, BarSeries? Stored, int History, IReadOnlyList<SeenDifference> Differences)
{
    // Adjusted prices are products; the last digits of the same product may differ.
    private const double Rounding = 1e-9;

    /// <param name="stored">Every stored bar, oldest first; may be empty.</param>
    /// <param name="seen">The bars seen, one at least.</param>
    /// <param name="isHistoryUsed">False when the strategy must not see bars before the period.</param>
    public static SeenSeries Of(BarSeries stored, IReadOnlyList<SeenBar> seen, bool isHistoryUsed)
    {
        int before = Count(stored, time => time < seen[0].Time), upTo = Count(stored, time => time <= seen[^1].Time), start = isHistoryUsed ? 0 : before, history = before - start;
        var past = stored.Slice(start, history);
        double[] Column(ReadOnlySpan<double> column, Func<SeenBar, double> own) => [.. column, .. seen.Select(own)];
        var series = new BarSeries(
            stored.Identity with { DelistedOn = null },
            [.. past.Times, .. seen.Select(bar => bar.Time)],
            Column(past.Open, bar => bar.Open),
            Column(past.High, bar => bar.High),
            Column(past.Low, bar => bar.Low),
            Column(past.Close, bar => bar.Close),
            Column(past.Volume, bar => bar.Volume));
        return upTo == before
            ? new SeenSeries(series, null, history, [])
            : new SeenSeries(series, Plain(stored.Slice(start, upTo - start)), history, Compare(stored.Slice(before, upTo - before), seen));
    }

    /// <summary>The bars without corporate actions: a session of the built-in broker does not book them.</summary>
    private static BarSeries Plain(BarSeries bars) => new(
        bars.Identity with { DelistedOn = null }, [.. bars.Times], [.. bars.Open], [.. bars.High], [.. bars.Low], [.. bars.Close], [.. bars.Volume]);

    private static int Count(BarSeries bars, Predicate<long> isIn)
    {
        int count = 0;
        while (count < bars.Count && isIn(bars.Times[count]))
        {
            count++;
        }

        return count;
    }

    private static List<SeenDifference> Compare(BarSeries stored, IReadOnlyList<SeenBar> seen)
    {
        var found = new List<SeenDifference>();
        int one = 0, other = 0;
        while (one < stored.Count || other < seen.Count)
        {
            if (other == seen.Count || (one < stored.Count && stored.Times[one] < seen[other].Time))
            {
                found.Add(new SeenDifference(stored.Times[one++], "was not seen"));
            }
            else if (one == stored.Count || seen[other].Time < stored.Times[one])
            {
                found.Add(new SeenDifference(seen[other++].Time, "was seen and is not in the store"));
            }
            else
            {
                if (Changed(stored, one, seen[other]) is { } words)
                {
                    found.Add(new SeenDifference(stored.Times[one], words));
                }

                (one, other) = (one + 1, other + 1);
            }
        }

        return found;
    }

    private static string? Changed(BarSeries stored, int row, SeenBar seen)
    {
        foreach (var (name, now, then) in ((string, double, double)[])[("close", stored.Close[row], seen.Close), ("open", stored.Open[row], seen.Open), ("high", stored.High[row], seen.High), ("low", stored.Low[row], seen.Low), ("volume", stored.Volume[row], seen.Volume)])
        {
            if (Math.Abs(now - then) > Rounding * Math.Max(Math.Abs(now), Math.Abs(then)))
            {
                return FormattableString.Invariant($"had a {name} of {then:0.####} when it was seen and has {now:0.####} in the store");
            }
        }

        return null;
    }
}

/// <summary>A bar that is stored otherwise than it was seen.</summary>
/// <param name="Time">Start of the bar, Unix milliseconds UTC.</param>
/// <param name="Words">What differs, as the end of a sentence.</param>
public sealed record SeenDifference(long Time, string Words);
