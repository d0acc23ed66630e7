using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>The figure the system before this one was proud of, and the true one: the story of docs/how-fills-work.md.</summary>
public sealed class AppleTests
{
    private static readonly DateOnly s_from = new(2024, 10, 29), s_to = new(2025, 10, 28);

    private static readonly RunSpec s_spec = new()
    {
        Strategy = "sma-crossover",
        Parameters = new Dictionary<string, string> { ["entry"] = "state" },
        Symbol = "AAPL",
        From = s_from,
        To = s_to,
        Fill = FillConvention.SameClose,
        SizeFraction = 0.95,
        Fractional = true,
        WarmUpFromHistory = false,
    };

    private static BarSeries Bars() => TestBars.Csv(SharedData.Require("data/daily/AAPL.csv"), "AAPL");

    [Fact]
    public void With_cash_carried_the_run_ends_at_107_996_73()
    {
        var result = TestRuns.Run(s_spec, Bars());
        Assert.Equal(250, result.Equity.Length);
        Assert.Equal(107_996.73, result.Equity[^1], 0.005);
        Assert.Equal(0.0800, result.Metrics["total_return"]!.Value, 0.00005);
        Assert.Equal(-0.1793, result.Metrics["max_drawdown"]!.Value, 0.00005);
        Assert.Equal(3, result.Metrics["trades"]);
        Assert.Equal(1, result.Metrics["open_trades"]);
        Assert.Equal(-14_197.40, result.Trades.Where(trade => !trade.IsOpen).Sum(trade => trade.ProfitAndLoss), 0.005);
        Assert.Equal(["2025-01-10", "2025-03-06", "2025-06-06", "2025-07-11"], result.Trades.Select(trade => trade.EntryTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        // Their Sharpe ratio was annual return over volatility; 0.4857 was printed as 0.48.
        Assert.Equal(0.4857, (result.Metrics["cagr"] / result.Metrics["volatility"])!.Value, 0.0015);
    }

    [Fact]
    public void With_cash_reset_at_every_entry_the_false_125_866_49_comes_out()
    {
        var period = Bars().Between(s_from, s_to);
        double[] equity = PredecessorAccount.Equity(period, 100_000, 0.95, 0.001, 0.0005, Targets(period), check: null);
        var run = Performance.FromEquity(100_000, equity);
        Assert.Equal(125_866.49, run.FinalEquity, 0.005);
        Assert.Equal(0.2587, new TotalReturn().Compute(run).Value!.Value, 0.00005);
        Assert.Equal(-0.1170, new MaximumDrawdown().Compute(run).Value!.Value, 0.00005);
        double sharpe = (new CompoundAnnualGrowthRate().Compute(run).Value / new Volatility().Compute(run).Value)!.Value;
        Assert.Equal(1.33, sharpe, 0.01);
    }

    [Fact]
    public void The_conservation_check_stops_the_false_run_at_its_second_entry()
    {
        var period = Bars().Between(s_from, s_to);
        var fault = Assert.Throws<ConservationException>(() => PredecessorAccount.Equity(period, 100_000, 0.95, 0.001, 0.0005, Targets(period), new ConservationCheck(100_000)));
        Assert.Contains("bar 86", fault.Message, StringComparison.Ordinal);
        Assert.Contains("cash", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holding_the_shares_made_15_12_per_cent()
    {
        var period = Bars().Between(s_from, s_to);
        Assert.Equal(0.1512, (period.Close[^1] / period.Close[0]) - 1, 0.00005);
        Assert.Contains(TestRuns.Run(s_spec, Bars()).Findings, finding => finding.Code == "buy-and-hold-made-more");
    }

    private static double[] Targets(BarSeries period)
    {
        double[] target = new double[period.Count];
        new SmaCrossover().Decide(period, new SmaCrossoverParameters { Entry = SmaCrossoverEntry.State }, target);
        return target;
    }
}
