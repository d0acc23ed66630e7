using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Strategies;

/// <summary>One strategy with one set of parameters on every symbol: as many accounts of equal size, never rebalanced, added up day by day.</summary>
internal sealed class ComparedAccount
{
    private static readonly SharpeRatio s_sharpe = new();

    private ComparedAccount(string name, IReadOnlyList<SessionOutcome> outcomes, double capital)
    {
        (Name, Outcomes) = (name, outcomes);
        double[] equity = new double[outcomes[0].Equity.Length];
        foreach (var outcome in outcomes)
        {
            for (int day = 0; day < equity.Length; day++)
            {
                equity[day] += outcome.Equity[day];
            }
        }

        All = Performance.FromEquity(capital * outcomes.Count, equity);
        SharpeRatios = [.. outcomes.Select(outcome => s_sharpe.Compute(Performance.FromEquity(capital, outcome.Equity)).Value ?? 0)];
    }

    public string Name { get; }

    public IReadOnlyList<SessionOutcome> Outcomes { get; }

    /// <summary>The accounts added up.</summary>
    public Performance All { get; }

    /// <summary>One ratio a symbol; 0 for an account that never moved.</summary>
    public IReadOnlyList<double> SharpeRatios { get; }

    public int Trades => Outcomes.Sum(outcome => outcome.Trades.Count);

    public double Exposure => Outcomes.Average(outcome => (double)outcome.Position.Count(shares => shares != 0) / outcome.Position.Length);

    /// <summary>Trades every series over the same days.</summary>
    /// <param name="name">What people read.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="series">History and period of each symbol; what lies before <paramref name="from"/> warms the strategy up.</param>
    /// <param name="from">First day traded.</param>
    /// <param name="to">Last day traded.</param>
    public static ComparedAccount Run(string name, StrategyEntry strategy, StrategyParameters parameters, IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to)
    {
        var spec = new RunSpec { Strategy = strategy.Id, Symbol = "", Adjustment = PriceAdjustment.TotalReturn };
        var outcomes = series.Select(bars =>
        {
            var seen = bars.Between(null, to);
            int period = seen.Between(from, to).Count;
            double[] target = new double[seen.Count];
            strategy.Strategy.Decide(seen, parameters, target);
            Opinions.CarryTo(target, seen.Count - period);
            return new TradingSession(seen.Slice(seen.Count - period, period), SessionRules.Of(spec)).Run(target.AsSpan(seen.Count - period), null, CancellationToken.None);
        }).ToArray();
        int[] lengths = [.. outcomes.Select(outcome => outcome.Equity.Length).Distinct()];
        return lengths.Length == 1
            ? new ComparedAccount(name, outcomes, spec.InitialCapital)
            : throw new InvalidOperationException($"The symbols have {string.Join(" and ", lengths)} bars from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; days can be added up only when all have the same.");
    }
}
