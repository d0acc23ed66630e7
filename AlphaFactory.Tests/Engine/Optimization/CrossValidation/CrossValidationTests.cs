using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Optimization.CrossValidation;

public sealed class CrossValidationTests
{
    private const int Days = 240;

    private static readonly CrossValidator s_validator = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);
    private static readonly BarSeries s_bars = TestBars.Random(7, Days);
    private static readonly RunSpec s_run = new() { Strategy = "sma-crossover", Symbol = "TEST", Fractional = true, Parameters = new Dictionary<string, string> { ["fast"] = "4", ["slow"] = "15" } };
    private static readonly CrossValidationDefinition s_definition = new()
    {
        Sweep = new SweepDefinition { Run = s_run, Axes = [SweepAxis.Parse("fast=2,3,5"), SweepAxis.Parse("slow=8,13,20")] }, Folds = 4, Purge = 3, Embargo = 5,
    };

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Choices_and_figures_are_those_of_a_calculation_by_hand(int folds, int tested)
    {
        var outcome = Run(s_definition with { Folds = folds, TestFolds = tested });

        // By hand: each set is a backtest of its own, its returns stand in a list of days, and each split is a mask over the days.
        (Dictionary<string, string> Values, double[] Returns)[] sets =
            [.. from fast in (string[])["2", "3", "5"] from slow in (string[])["8", "13", "20"] let values = new Dictionary<string, string> { ["fast"] = fast, ["slow"] = slow } select (values, Returns(s_run with { Parameters = values }))];
        double[] standard = Returns(s_run);
        int[][] tests = [.. Subsets(folds, tested)];
        Assert.Equal(tests.Length, outcome.Splits.Count);
        int[] foldOf = [.. Enumerable.Range(0, Days).Select(day => Enumerable.Range(0, folds).Last(fold => fold * Days / folds <= day))];
        var chosen = new List<double[]>();
        for (int i = 0; i < tests.Length; i++)
        {
            bool[] test = [.. foldOf.Select(fold => tests[i].Contains(fold))];
            bool[] train = [.. Enumerable.Range(0, Days).Select(day => !test[day] && !Enumerable.Range(0, Days).Any(other => test[other] && (other > day ? other - day <= 3 : day - other <= 3 + 5)))];
            var best = sets.MaxBy(set => Sharpe(set.Returns, train));
            var split = outcome.Splits[i];
            Assert.Equal(best.Values, split.Values);
            Assert.Equal(Sharpe(best.Returns, train), split.TrainSharpe!.Value, 1e-9);
            Assert.Equal(Sharpe(best.Returns, train), split.Objective, 1e-9);
            Assert.Equal(Sharpe(best.Returns, test), split.TestSharpe!.Value, 1e-9);
            Assert.Equal(Sharpe(standard, test), split.DefaultSharpe!.Value, 1e-9);
            Assert.Equal((split.TestSharpe, split.DefaultSharpe, split.Objective - split.TestSharpe), (split.TestObjective, split.DefaultObjective, split.Degradation));
            Assert.Equal(best.Returns.Where((_, day) => test[day]).Aggregate(1.0, (value, one) => value * (1 + one)) - 1, split.TestReturn!.Value, 1e-9);
            Assert.Equal(train.Count(one => one), split.Train.Sum(stretch => stretch.Days.Count));
            chosen.Add(best.Returns);
        }

        double[] figures = [.. outcome.Splits.Select(split => split.TestSharpe!.Value).Order()];
        Assert.Equal(figures.Average(), outcome.OutOfSample!.Mean, 1e-12);
        Assert.Equal((figures[(figures.Length - 1) / 2] + figures[figures.Length / 2]) / 2, outcome.OutOfSample.Median, 1e-12);
        Assert.Equal(outcome.Splits.Count(split => split.TestSharpe < split.DefaultSharpe), outcome.BelowDefault);
        Assert.Equal(outcome.Splits.Average(split => split.Degradation!.Value), outcome.Degradation!.Value, 1e-12);
        Assert.Equal(tests.Length, outcome.Chosen.Sum(set => set.Splits));
        Assert.All(outcome.Chosen, set => Assert.Equal(set.Splits, outcome.Splits.Count(split => split.Values.SequenceEqual(set.Values))));

        // The j-th path takes for every fold the j-th split that tests it.
        int paths = tests.Count(test => test.Contains(0));
        Assert.Equal(paths, outcome.Paths.Count);
        bool[] all = [.. Enumerable.Repeat(true, Days)];
        for (int path = 0; path < paths; path++)
        {
            double[] joined = [.. Enumerable.Range(0, Days).Select(day => chosen[Enumerable.Range(0, tests.Length).Where(i => tests[i].Contains(foldOf[day])).ElementAt(path)][day])];
            Assert.Equal(Sharpe(joined, all), outcome.Paths[path].Sharpe!.Value, 1e-9);
            var drawn = outcome.Drawn.Single(one => one.Path == path).Run;
            Assert.Equal(100_000 * joined.Aggregate(1.0, (value, one) => value * (1 + one)), drawn.Equity[^1], 1e-4);
            Assert.Equal((outcome.Paths[path].Sharpe, outcome.Paths[path].TotalReturn, outcome.Paths[path].MaxDrawdown), (drawn.Figures["sharpe"], drawn.Figures["total_return"], drawn.Figures["max_drawdown"]));
        }
    }

    [Fact]
    public void With_an_embargo_as_long_as_the_averages_no_test_bar_reaches_the_choice_and_without_one_it_does()
    {
        // The first fold is tested, so all training lies behind it: averages of its first days still hold prices of the test.
        var changed = Changed(s_bars, Days / 4);
        var apart = s_definition with { Purge = 2, Embargo = 20 };
        var (before, after) = (Run(apart).Splits[0], Run(apart, changed).Splits[0]);
        Assert.Equal(before.Values, after.Values);
        Assert.Equal(before.TrainSharpe!.Value, after.TrainSharpe!.Value, 1e-9);
        Assert.NotEqual(before.TestSharpe!.Value, after.TestSharpe!.Value, 1e-3);

        var touching = s_definition with { Purge = 0, Embargo = 0 };
        Assert.NotEqual(Run(touching).Splits[0].TrainSharpe!.Value, Run(touching, changed).Splits[0].TrainSharpe!.Value, 1e-3);
    }

    [Fact]
    public void Bars_within_a_day_are_cut_between_days()
    {
        const int PerDay = 6;
        const long Hour = 3_600_000;
        long morning = new DateTimeOffset(2020, 1, 6, 10, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        long[] times = [.. Enumerable.Range(0, Days).Select(bar => morning + (Hour * ((24 * (bar / PerDay)) + (bar % PerDay))))];
        var hours = new BarSeries(s_bars.Identity with { Interval = new BarInterval(60) }, times, s_bars.Open.ToArray(), s_bars.High.ToArray(), s_bars.Low.ToArray(), s_bars.Close.ToArray(), s_bars.Volume.ToArray());
        var outcome = Run(s_definition with { Sweep = s_definition.Sweep with { Run = s_run with { Interval = hours.Identity.Interval } }, Purge = 1, Embargo = 0 }, hours);
        Assert.Equal(Days / PerDay, outcome.Days);
        var test = Assert.Single(outcome.Splits[1].Test);
        Assert.Equal((10, 10), (test.Days.Start, test.Days.Count));
        Assert.Equal((new DateOnly(2020, 1, 16), new DateOnly(2020, 1, 25)), (test.From, test.To));
    }

    [Fact]
    public void The_outcome_is_the_same_on_any_number_of_threads()
    {
        string Text(int threads) => string.Join('\n', CrossValidationJson.Write(s_validator.Run(s_definition with { TestFolds = 2 }, s_bars, threads, null, CancellationToken.None)).Split('\n').Where(line => !line.Contains("seconds", StringComparison.Ordinal)));
        Assert.Equal(Text(1), Text(3));
    }

    [Theory]
    [InlineData(1, 1, 0, 0, "folds is 1 but must be 2 to 120")]
    [InlineData(121, 1, 0, 0, "folds is 121 but must be 2 to 120")]
    [InlineData(4, 4, 0, 0, "test_folds is 4 but must be 1 to 3")]
    [InlineData(40, 20, 0, 0, "in more than 10,000 ways")]
    [InlineData(4, 1, -1, 0, "purge is -1 but must be 0 to 240")]
    [InlineData(4, 1, 0, 241, "embargo is 241 but must be 0 to 240")]
    [InlineData(2, 1, 60, 60, "Split 1 has 0 trading days left to train on but needs 2")]
    public void Numbers_that_do_not_fit_are_said(int folds, int tested, int purge, int embargo, string expected) =>
        Fails(s_definition with { Folds = folds, TestFolds = tested, Purge = purge, Embargo = embargo }, expected);

    [Fact]
    public void What_cannot_be_read_on_some_of_the_days_is_refused()
    {
        Fails(s_definition with { Sweep = s_definition.Sweep with { Objective = "sharpe + trades" } }, "trades cannot be read on some of the days");
        Fails(s_definition with { Sweep = s_definition.Sweep with { Method = "tpe" } }, "Take grid or random");
        Fails(s_definition with { Sweep = s_definition.Sweep with { Run = s_run with { Engine = EngineChoice.Kernel } } }, "engine is kernel");
        Fails(s_definition with { Sweep = s_definition.Sweep with { Objective = "sharpe / 0" } }, "No set has a defined objective");
        Fails(s_definition with { Sweep = s_definition.Sweep with { Objective = "sharpe / (kurtosis > 1000)" } }, "No set has a defined objective \"sharpe / (kurtosis > 1000)\" on the training days of split 1");
    }

    private static CrossValidationOutcome Run(CrossValidationDefinition definition, BarSeries? bars = null) => s_validator.Run(definition, bars ?? s_bars, 2, null, CancellationToken.None);

    private static void Fails(CrossValidationDefinition definition, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => Run(definition)).Message, StringComparison.Ordinal);

    private static double[] Returns(RunSpec spec)
    {
        double before = spec.InitialCapital;
        var returns = new List<double>();
        foreach (double equity in TestRuns.Run(spec, s_bars).Equity)
        {
            returns.Add((equity / before) - 1);
            before = equity;
        }

        return [.. returns];
    }

    private static double Sharpe(double[] returns, bool[] wanted)
    {
        double[] kept = [.. returns.Where((_, day) => wanted[day])];
        double mean = kept.Average();
        return mean / Math.Sqrt(kept.Sum(value => (value - mean) * (value - mean)) / (kept.Length - 1)) * Math.Sqrt(252);
    }

    private static IEnumerable<int[]> Subsets(int folds, int tested) =>
        tested == 1 ? Enumerable.Range(0, folds).Select(fold => new[] { fold }) : from first in Enumerable.Range(0, folds) from second in Enumerable.Range(first + 1, folds - first - 1) select new[] { first, second };

    /// <summary>Other prices before a bar.</summary>
    private static BarSeries Changed(BarSeries bars, int end)
    {
        double[] Other(ReadOnlySpan<double> prices) => [.. prices.ToArray().Select((price, bar) => bar < end ? price * (1.5 + Math.Sin(bar / 3.0)) : price)];
        return new BarSeries(bars.Identity, bars.Times.ToArray(), Other(bars.Open), Other(bars.High), Other(bars.Low), Other(bars.Close), bars.Volume.ToArray());
    }
}
