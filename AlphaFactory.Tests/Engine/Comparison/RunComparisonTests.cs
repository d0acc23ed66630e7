using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Comparison;

public sealed class RunComparisonTests
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();

    [Fact]
    public void Runs_over_the_same_days_show_the_figures_and_intervals_of_their_own_pages()
    {
        var compared = Compare(Crossover(20, 50), Crossover(10, 40), Hold());
        Assert.All(compared.Days.IsWhole, Assert.True);
        foreach (var figure in compared.Figures)
        {
            for (int run = 0; run < 3; run++)
            {
                var result = compared.Runs[run].Result;
                Assert.Equal(result.Metrics[figure.Id], figure.Cells[run].Value);
                if (figure.Id is "cagr" or "sharpe" or "max_drawdown")
                {
                    Assert.Equal(result.Intervals[figure.Id], figure.Cells[run].Interval);
                }
            }
        }
    }

    [Fact]
    public void Exactly_one_run_is_best_and_it_is_the_right_one()
    {
        var compared = Compare(Crossover(20, 50), Crossover(5, 15), Hold());
        foreach (var statistic in ComparedStatistic.All)
        {
            var cells = compared.Figures.Single(figure => figure.Id == statistic.Id).Cells;
            double?[] values = [.. cells.Select(cell => cell.Value).Where(value => value is not null)];
            if (values.Length > 1)
            {
                var best = Assert.Single(cells, cell => cell.Standing == Standing.Best);
                Assert.Equal(statistic.HigherIsBetter ? values.Max() : values.Min(), best.Value);
            }
        }
    }

    [Fact]
    public void A_run_beside_itself_is_no_better_and_moves_alike()
    {
        var compared = Compare(Crossover(20, 50), Crossover(20, 50));
        Assert.All(compared.Figures, figure => Assert.DoesNotContain(figure.Cells, cell => cell.Standing == Standing.Best));
        Assert.Equal(1, compared.Correlations[0][1], 12);
        Assert.Equal("No winner.", compared.Answer.Headline);
        Assert.All(compared.Settings, setting => Assert.True(setting.IsSame));
    }

    [Fact]
    public void The_same_returns_with_a_daily_toll_differ_by_more_than_noise()
    {
        var plain = Crossover(20, 50);
        double[] tolled = new double[plain.Equity.Length];
        double kept = 1;
        for (int day = 0; day < tolled.Length; day++)
        {
            kept *= 0.9995;
            tolled[day] = plain.Equity[day] * kept;
        }

        var cheap = RunComparison.Of([Named(plain), Named(plain with { Equity = tolled, Metrics = Without(plain, tolled) })], s_statistics, 1);
        Assert.Equal(Standing.Best, cheap.Figures.Single(figure => figure.Id == "sharpe").Cells[0].Standing);
        Assert.Equal(Standing.Differs, cheap.Figures.Single(figure => figure.Id == "sharpe").Cells[1].Standing);
        Assert.Equal("A leads.", cheap.Answer.Headline);
    }

    [Fact]
    public void Only_the_days_both_have_are_compared_and_a_run_starts_from_its_close_before_them()
    {
        var whole = Crossover(20, 50);
        var bars = TestBars.Synthetic();
        var late = TestRuns.Run(TestRuns.Crossover with { From = bars.DateAt(300) }, bars);
        var compared = RunComparison.Of([Named(whole), Named(late)], s_statistics, 1);

        Assert.Equal(bars.Count - 300, compared.Days.Days.Length);
        Assert.Equal([false, true], compared.Days.IsWhole);
        Assert.Equal(whole.Equity[299], compared.Days.Start[0]);
        Assert.Equal(whole.Equity[^1] / whole.Equity[299], compared.Days.Rebased(0, 1)[^1], 12);
        Assert.Equal(whole.Trades.Any(trade => !trade.IsOpen && trade.ExitBar >= 300), compared.Figures.Single(figure => figure.Id == "win_rate").Cells[0].Value is not null);
        Assert.Contains(compared.Settings, setting => setting.Key == "from" && !setting.IsSame);
    }

    [Fact]
    public void Runs_that_never_overlap_are_not_ranked()
    {
        var bars = TestBars.Synthetic();
        var early = TestRuns.Run(TestRuns.Crossover with { To = bars.DateAt(500) }, bars);
        var late = TestRuns.Run(TestRuns.Crossover with { From = bars.DateAt(501) }, bars);
        var compared = RunComparison.Of([Named(early), Named(late)], s_statistics, 1);
        Assert.Empty(compared.Figures);
        Assert.Empty(compared.Correlations);
        Assert.Contains("fewer than two trading days", compared.Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Differing_parameters_are_named_and_the_rest_is_the_same()
    {
        var compared = Compare(Crossover(20, 50), Crossover(10, 50));
        var different = Assert.Single(compared.Settings, setting => !setting.IsSame);
        Assert.Equal(("fast", true), (different.Key, different.IsParameter));
        Assert.Equal(["20", "10"], different.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Fewer_than_two_or_more_than_eight_are_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RunComparison.Of([.. Enumerable.Repeat(Named(Hold()), count)], s_statistics, 1));

    private static RunComparison Compare(params BacktestResult[] results) => RunComparison.Of([.. results.Select(Named)], s_statistics, TestRuns.Crossover.Seed);

    private static ComparedRun Named(BacktestResult result) => new("id", result.Spec.Strategy, result, 1);

    private static BacktestResult Crossover(int fast, int slow) => TestRuns.Run(
        TestRuns.Crossover with { Parameters = new Dictionary<string, string> { ["fast"] = $"{fast}", ["slow"] = $"{slow}" } }, TestBars.Synthetic());

    private static BacktestResult Hold() => TestRuns.Run(TestRuns.Crossover with { Strategy = "buy-and-hold" }, TestBars.Synthetic());

    private static Dictionary<string, double?> Without(BacktestResult result, double[] equity)
    {
        var performance = Performance.FromEquity(result.Spec.InitialCapital, equity);
        var metrics = result.Metrics.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (string id in new[] { "cagr", "sharpe", "volatility", "max_drawdown" })
        {
            metrics[id] = s_statistics.Compute(performance, id).Value;
        }

        return metrics;
    }
}
