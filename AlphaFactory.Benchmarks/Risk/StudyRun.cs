using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Risk;

/// <summary>What a spec made of each symbol, and of equal money in all of them.</summary>
/// <param name="Symbols">One performance a symbol.</param>
/// <param name="Basket">Equal money in every symbol at the start, each left alone.</param>
/// <param name="Events">Rules that bound, over all symbols.</param>
/// <param name="Exposure">Share of bars with a position, over all symbols.</param>
internal sealed record StudyRun(IReadOnlyList<Performance> Symbols, Performance Basket, IReadOnlyList<RiskEvent> Events, double Exposure)
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();
    private static readonly RunSpecValidator s_validator = new(StrategyRegistry.Shipped());

    /// <summary>Runs a spec on every series over a period; bars before it only warm up.</summary>
    public static StudyRun Of(RunSpec spec, IReadOnlyList<BarSeries> universe, DateOnly from, DateOnly to)
    {
        var outcomes = universe.AsParallel().AsOrdered().Select(bars => Trade(spec, bars, from, to)).ToArray();
        double[] basket = new double[outcomes[0].Equity.Length];
        foreach (var outcome in outcomes)
        {
            for (int i = 0; i < basket.Length; i++)
            {
                basket[i] += outcome.Equity[i];
            }
        }

        return new StudyRun([.. outcomes.Select(outcome => Measured(spec.InitialCapital, outcome.Equity))], Measured(spec.InitialCapital * outcomes.Length, basket), [.. outcomes.SelectMany(outcome => outcome.RiskEvents)], outcomes.Average(outcome => outcome.Position.Average(shares => shares == 0 ? 0.0 : 1)));
    }

    /// <summary>One figure; NaN when it is not defined.</summary>
    public static double Figure(Performance run, string id) => s_statistics.Compute(run, id).Value ?? double.NaN;

    private static Performance Measured(double capital, double[] equity) => Performance.FromEquity(capital, equity);

    private static SessionOutcome Trade(RunSpec spec, BarSeries bars, DateOnly from, DateOnly to)
    {
        var resolved = s_validator.Resolve(spec with { Symbol = bars.Identity.Symbol });
        var entry = StrategyRegistry.Shipped().Get(resolved.Strategy);
        var seen = bars.Between(null, to);
        var period = seen.Between(from, null);
        int history = seen.Count - period.Count;
        double[] target = new double[seen.Count];
        entry.Strategy.Decide(seen, entry.Parameters.Parse(resolved.Parameters, out _)!, target);
        Opinions.CarryTo(target, history);
        var rules = SessionRules.Of(resolved);
        rules = rules with { Sizing = rules.Sizing?.MeasuredOn(seen, history) };
        double[]? atr = rules.Exits.NeedsAtr ? TradingSession.AverageTrueRange(seen, rules.Exits.AtrLength)[history..] : null;
        return new TradingSession(period, rules, atr).Run(target.AsSpan(history), null, CancellationToken.None);
    }
}
