using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>
/// Trades test after test, each with the money the one before left. A position still open at the end of a test is marked at its last close and not
/// carried over: the next test starts with the parameters of its own window, flat. Such a position counts as a trade that ended there, without costs of
/// an exit, so that trades add up to what the account made.
/// </summary>
internal sealed class TestChain(double capital, IStrategyCatalog strategies, StatisticRegistry statistics)
{
    private readonly List<TestRun> _runs = [];

    /// <summary>Trades the next test.</summary>
    public TestRun Add(RunSpec spec, RunPeriod period)
    {
        // Ruined accounts stay ruined: there is nothing left to trade the next test with.
        double money = _runs.Count == 0 ? capital : Math.Max(_runs[^1].Outcome.Equity[^1], double.Epsilon);
        var run = TestRun.Of(spec with { InitialCapital = money }, period, strategies);
        _runs.Add(run);
        return run;
    }

    /// <summary>All tests as one run.</summary>
    public StitchedRun Join()
    {
        double[] equity = [.. _runs.SelectMany(run => run.Outcome.Equity)], daily = [.. _runs.SelectMany(run => run.Performance.Equity)];
        var performance = Performance.FromEquity(capital, daily) with
        {
            Trades = [.. _runs.SelectMany(run => run.Outcome.Trades).Select(trade => new TradeOutcome(trade.ProfitAndLoss, trade.Return))],
            OpenTrades = 0,
            ExposureFraction = _runs.Sum(run => run.Performance.ExposureFraction * run.Bars.Count) / equity.Length,
            TradedShare = [.. _runs.SelectMany(run => run.Performance.TradedShare)],
            Commission = _runs.Sum(run => run.Performance.Commission),
            Slippage = _runs.Sum(run => run.Performance.Slippage),
            Dividends = _runs.Sum(run => run.Performance.Dividends),
            Borrow = _runs.Sum(run => run.Performance.Borrow),
        };
        var figures = statistics.Compute(performance).ToDictionary(pair => pair.Key, pair => pair.Value.Value);
        figures["initial_capital"] = capital;
        figures["final_equity"] = performance.FinalEquity;
        return new StitchedRun(figures, [.. _runs.SelectMany(run => run.Bars.Times.ToArray())], equity);
    }
}
