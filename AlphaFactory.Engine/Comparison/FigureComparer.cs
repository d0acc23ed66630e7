using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Comparison;

/// <summary>
/// Figures side by side with their intervals, and whether a difference to the best is more than noise. Figures of days are drawn on the
/// same days for all runs; figures of trades are drawn for each run on its own, because trades of two runs do not belong together.
/// </summary>
internal static class FigureComparer
{
    public static IReadOnlyList<ComparedFigure> Compare(IReadOnlyList<ComparedRun> runs, CommonDays days, StatisticRegistry statistics, int seed)
    {
        Performance[] shared = [.. runs.Select((run, place) => SharedPart(run, days, place))];
        var draws = Draws(shared, seed);
        return [.. ComparedStatistic.All.Select(statistic => Row(statistic, runs, days, shared, draws, statistics))];
    }

    private static Performance SharedPart(ComparedRun run, CommonDays days, int place)
    {
        return Performance.FromReturns(days.Returns(place)) with
        {
            Trades = [.. ClosedIn(run, days).Select(trade => new TradeOutcome(trade.ProfitAndLoss, trade.Return))],
        };
    }

    /// <summary>Trades that ended on the shared days.</summary>
    public static IEnumerable<Trade> ClosedIn(ComparedRun run, CommonDays days) =>
        run.Result.Trades.Where(trade => !trade.IsOpen && Day(trade.ExitTime) >= days.From && Day(trade.ExitTime) <= days.To);

    private static Dictionary<string, double[]>[] Draws(Performance[] shared, int seed)
    {
        Dictionary<string, double[]>[] draws = shared[0].Days < ReturnIntervals.FewestDays
            ? [.. shared.Select(_ => new Dictionary<string, double[]>())]
            : [.. PairedReturns.Draw([.. shared.Select(run => run.Returns)], shared[0].DaysPerYear, seed).Select(run => new Dictionary<string, double[]>(run))];
        for (int run = 0; run < shared.Length; run++)
        {
            if (shared[run].Trades.Count >= TradeIntervals.FewestTrades)
            {
                // A stream of its own for each run: the same stream would tie together trades that have nothing in common.
                var random = new SeededRandom(unchecked((ulong)seed + ((ulong)run << 32)));
                (draws[run]["profit_factor"], draws[run]["win_rate"], _) = TradeIntervals.Draw(shared[run].Trades, random);
            }
        }

        return draws;
    }

    private static ComparedFigure Row(
        ComparedStatistic statistic, IReadOnlyList<ComparedRun> runs, CommonDays days, Performance[] shared, Dictionary<string, double[]>[] draws, StatisticRegistry statistics)
    {
        Measure[] measures = [.. runs.Select((run, place) => days.IsWhole[place] ? Stored(run.Result, statistic.Id) : statistics.Compute(shared[place], statistic.Id))];
        var defined = measures.Select((measure, place) => (measure.Value, place)).Where(pair => pair.Value is not null).ToArray();
        int? best = defined.Length < 2 || defined.All(pair => pair.Value == defined[0].Value) ? null
            : (statistic.HigherIsBetter ? defined.MaxBy(pair => pair.Value) : defined.MinBy(pair => pair.Value)).place;
        return new ComparedFigure(statistic.Id, [.. measures.Select((measure, place) => new ComparedCell(
            measure.Value, measure.Reason, measure.Value is null ? null : IntervalOf(draws[place].GetValueOrDefault(statistic.Id)), StandingOf(statistic.Id, place, best, measure, draws)))]);
    }

    private static Standing StandingOf(string id, int place, int? best, Measure measure, Dictionary<string, double[]>[] draws)
    {
        if (best is not { } leader || measure.Value is null)
        {
            return Standing.Unknown;
        }

        if (place == leader)
        {
            return Standing.Best;
        }

        return draws[place].GetValueOrDefault(id) is { } own && draws[leader].GetValueOrDefault(id) is { } other
            && IntervalOf([.. own.Zip(other, (x, y) => x - y)]) is { } difference
            ? difference.Low <= 0 && difference.High >= 0 ? Standing.WithinNoise : Standing.Differs
            : Standing.Unknown;
    }

    private static Measure Stored(BacktestResult result, string id) =>
        result.Metrics.GetValueOrDefault(id) is { } value ? value : Measure.Undefined(result.Reasons.GetValueOrDefault(id) ?? "not computed for this run");

    /// <summary>Null when a draw is undefined: an interval that leaves draws out would be too narrow.</summary>
    private static Interval? IntervalOf(double[]? draws)
    {
        if (draws is null || Array.Exists(draws, double.IsNaN))
        {
            return null;
        }

        var (low, high) = PercentileInterval.Of([.. draws]);
        return double.IsFinite(low) && double.IsFinite(high) ? new Interval(low, high) : null;
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
