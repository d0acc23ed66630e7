using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered statistic must keep; a new one is tested by existing.</summary>
public sealed class StatisticContractTests
{
    private static readonly StatisticRegistry s_registry = StatisticRegistry.Shipped();

    [Fact]
    public void Each_has_a_snake_case_id_a_name_and_a_formula() => Assert.All(s_registry.All, statistic =>
    {
        // G1 and G2 are the names of those two estimators everywhere, so they keep their capital.
        Assert.Matches("^[a-z][a-z0-9_]*(_G[12])?$", statistic.Id);
        Assert.NotEmpty(statistic.Name);
        Assert.NotEmpty(statistic.Formula);
    });

    [Fact]
    public void Each_is_finite_or_absent_with_a_reason_on_random_runs()
    {
        var random = new SeededRandom(3);
        for (int round = 0; round < 200; round++)
        {
            double[] returns = [.. Enumerable.Range(0, random.NextInt32(30)).Select(_ => random.NextInt32(3) == 0 ? 0 : (random.NextDouble() - 0.5) / 5)];
            var run = Performance.FromReturns(returns) with { Trades = [.. Enumerable.Range(0, random.NextInt32(4)).Select(_ => new TradeOutcome(random.NextInt32(3) - 1, 0.01))], Trials = 1 + random.NextInt32(100) };
            Assert.All(s_registry.Compute(run), pair => Assert.True(pair.Value.Value is { } value ? double.IsFinite(value) : pair.Value.Reason is { Length: > 0 }, pair.Key));
        }
    }

    [Fact]
    public void Each_that_has_no_value_without_a_benchmark_says_so()
    {
        var random = new SeededRandom(5);
        var run = Performance.FromReturns([.. Enumerable.Range(0, 300).Select(_ => (random.NextDouble() - 0.5) / 50)]);
        Assert.Equal(
            s_registry.All.Where(statistic => s_registry.Compute(run, statistic.Id).Reason?.Contains("benchmark", StringComparison.Ordinal) == true).Select(statistic => statistic.Id),
            s_registry.All.Where(statistic => statistic.NeedsBenchmark).Select(statistic => statistic.Id));
    }

    [Fact]
    public void The_result_page_finds_every_figure_it_shows() => Assert.All(new[]
    {
        "total_return", "cagr", "volatility", "sharpe", "sortino", "calmar", "max_drawdown", "max_drawdown_days", "ulcer_index", "exposure", "turnover", "trades", "open_trades",
        "win_rate", "profit_factor", "expectancy", "sqn", "average_win", "average_loss", "best_trade", "worst_trade", "commission", "slippage", "beta", "alpha", "information_ratio",
        "var_95", "cvar_95", "skew", "kurtosis", "psr", "deflated_sharpe", "minimum_track_record",
    }, id => Assert.NotNull(s_registry.Find(id)));
}
