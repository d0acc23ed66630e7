using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Live;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What a deployment says, made ready to run: its bars, its strategy, its rules.</summary>
/// <param name="Bars">History and the bars that are played.</param>
/// <param name="History">Bars at the start that are history.</param>
/// <param name="Rules">Sizing, exits, costs.</param>
/// <param name="Setting">Risk rules and protections.</param>
/// <param name="Decide">The strategy: closed bars in, one target a bar out.</param>
/// <param name="Words">What is played, in words.</param>
internal sealed record LaneSetup(BarSeries Bars, int History, SessionRules Rules, LiveSetting Setting, Func<BarSeries, double[]> Decide, string Words)
{
    /// <summary>Reads and checks.</summary>
    /// <exception cref="RunSpecException">It cannot be run: there are no bars, or the strategy is gone.</exception>
    public static async Task<LaneSetup> ReadAsync(Deployment deployment, LaneWork work, CancellationToken cancellationToken)
    {
        var spec = deployment.Spec;
        var found = await work.Bars.ReadAsync(new SeriesRequest(deployment.Symbols[0], spec.Interval, spec.Source, spec.Adjustment), cancellationToken) switch
        {
            SeriesFound series => series,
            SeriesMissing missing => throw new RunSpecException([missing.Message]),
            _ => throw new InvalidOperationException("There is no third kind of series outcome."),
        };
        var (bars, history) = Cut(found.Bars, deployment.Feed, spec.WarmUpFromHistory);
        if (bars.Count - history < 1)
        {
            throw new RunSpecException([$"There is no bar of {deployment.Symbols[0]} to play in the days asked for; stored are {found.Bars.DateAt(0):yyyy-MM-dd} to {found.Bars.DateAt(found.Bars.Count - 1):yyyy-MM-dd}. Deploy it again with days inside them."]);
        }

        var strategy = RunStrategy.Get(work.Strategies, spec);
        var parameters = strategy.Parameters.Parse(spec.Parameters, out var faults) ?? throw new RunSpecException(faults);
        var setting = new LiveSetting
        {
            Rules = [.. deployment.Risk.Select(Rule)],
            Protections = [.. deployment.Protections.Select(Protection)],
            Sector = found.Coverage.Sector,
            Witness = work.Witnesses.Of(deployment.Id),
            // A made-up company reports nothing. Where no day of a real one is known, a rule that needs them refuses.
            Earnings = found.Coverage.IsSynthetic ? [] : await work.Earnings.DaysAsync(deployment.Symbols[0], cancellationToken) is { Count: > 0 } days ? days : null,
        };
        return new LaneSetup(bars, history, SessionRules.Of(spec with { Risk = [] }), setting, seen => Targets(strategy, parameters, seen, history), Say(bars, history, found.Coverage));
    }

    private static (BarSeries Bars, int History) Cut(BarSeries stored, ReplayFeed feed, bool warm)
    {
        // Beyond its last day the calendar knows no sessions, so nothing can be played there.
        var known = stored.Between(TradingCalendar.FirstDay, feed.To is { } to && to < TradingCalendar.LastDay ? to : TradingCalendar.LastDay);
        int played = feed.From is { } from ? known.Between(from, null).Count : Math.Min(known.Count, ReplayFeed.UsualBars);
        int history = known.Count - played;
        return warm ? (known, history) : (known.Slice(history, played), 0);
    }

    private static double[] Targets(StrategyEntry strategy, StrategyParameters parameters, BarSeries seen, int history)
    {
        double[] target = new double[seen.Count];
        strategy.Strategy.Decide(seen, parameters, target);
        if (target[^1] is < -1 or > 1)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Strategy {strategy.Id} wants {target[^1]}; a target must lie in [-1, 1] or be NaN. Mend the strategy."));
        }

        // As in a backtest: what was wanted before the first bar that is traded still is.
        Opinions.CarryTo(target, history);
        return target;
    }

    private static RiskSetting Rule(RuleChoice choice)
    {
        var entry = RiskRegistry.Shipped().Find(choice.Rule) ?? throw new RunSpecException([RiskRegistry.Shipped().Miss(choice.Rule)]);
        return new RiskSetting(entry, entry.Parameters.Parse(choice.Parameters, out var faults) ?? throw new RunSpecException(faults));
    }

    private static ProtectionSetting Protection(RuleChoice choice)
    {
        var entry = ProtectionRegistry.Shipped().Find(choice.Rule) ?? throw new RunSpecException([ProtectionRegistry.Shipped().Miss(choice.Rule)]);
        return new ProtectionSetting(entry, entry.Parameters.Parse(choice.Parameters, out var faults) ?? throw new RunSpecException(faults));
    }

    private static string Say(BarSeries bars, int history, SeriesCoverage coverage)
    {
        string length = coverage.Key.Interval.IsDaily ? "daily bars" : $"bars of {coverage.Key.Interval.Minutes} minutes";
        return $"Replay of {coverage.Key.Symbol} ({coverage.Key.Source}), {length}, {bars.DateAt(history):yyyy-MM-dd} to {bars.DateAt(bars.Count - 1):yyyy-MM-dd}";
    }
}
