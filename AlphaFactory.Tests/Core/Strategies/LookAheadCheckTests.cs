using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Tests.Core.Strategies.Cheats;
using AlphaFactory.Tests.Core.Strategies.Honest;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class LookAheadCheckTests
{
    private static readonly StrategyParameters s_none = new BuyAndHoldParameters();

    public static TheoryData<string> Cheats => [.. Cheat.All.Select(cheat => cheat.GetType().Name)];

    public static TheoryData<string> Columns => [.. IndicatorRegistry.Shipped().All.SelectMany(entry => entry.Columns(entry.Parameters.Defaults())).Select(column => column.Name)];

    [Fact]
    public void There_are_at_least_forty_cheats() => Assert.True(Cheat.All.Count >= 40);

    [Theory]
    [MemberData(nameof(Cheats))]
    public void A_strategy_that_knows_the_future_is_caught_with_its_bar(string name)
    {
        var report = LookAheadCheck.Run(Of(name), s_none, IndicatorCase.Bars(300), 1, CancellationToken.None);
        Assert.False(report.IsClean);
        if (report.FirstBar is { } bar)
        {
            Assert.True(bar < report.FirstCut);
            Assert.Contains($"bar {bar} (", report.Sentence, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("Two calls", report.Sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(TomorrowsClose))]
    [InlineData(nameof(OnRareDays))]
    [InlineData(nameof(EveryFortiethBar))]
    [InlineData(nameof(BeforeTheWorstDay))]
    [InlineData(nameof(OnlyLate))]
    [InlineData(nameof(WakesUp))]
    [InlineData(nameof(ATrillionth))]
    [InlineData(nameof(FilledWarmUp))]
    [InlineData(nameof(ThroughMissingValues))]
    public void A_rare_leak_is_caught_in_a_series_too_long_to_cut_everywhere(string name)
    {
        var report = LookAheadCheck.Run(Of(name), s_none, IndicatorCase.Bars(5000), 1, CancellationToken.None);
        Assert.InRange(report.Cuts, 200, 400);
        Assert.False(report.IsClean);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void An_indicator_with_any_memory_gives_no_false_alarm(string column)
    {
        var report = LookAheadCheck.Run(new FollowsAColumn(IndicatorColumn.Parse(column)), s_none, IndicatorCase.Bars(300), 1, CancellationToken.None);
        Assert.True(report.IsClean, report.Sentence);
        Assert.Equal(299, report.Cuts);
    }

    [Fact]
    public void Honest_strategies_that_remember_everything_give_no_false_alarm()
    {
        foreach (IStrategy honest in new IStrategy[] { new ExpandingScore(), new DistanceFromEma() })
        {
            var report = LookAheadCheck.RunThoroughly(honest, s_none, IndicatorCase.Bars(300), 1, null, CancellationToken.None);
            Assert.True(report.IsClean, report.Sentence);
        }
    }

    [Fact]
    public void A_strategy_that_cannot_compute_without_values_gives_no_false_alarm()
    {
        var report = LookAheadCheck.RunThoroughly(new BreaksOnMissing(), s_none, IndicatorCase.Bars(100), 1, null, CancellationToken.None);
        Assert.True(report.IsClean, report.Sentence);
    }

    [Fact]
    public void The_same_seed_tries_the_same_cuts()
    {
        var bars = IndicatorCase.Bars(3000);
        LookAheadReport Report() => LookAheadCheck.Run(new CentredAverage(), s_none, bars, 9, CancellationToken.None);
        Assert.Equal(Report(), Report());
    }

    [Fact]
    public void A_short_series_is_cut_at_every_bar_and_a_long_one_at_affordable_many()
    {
        Assert.Equal(299, Cuts(300));
        Assert.InRange(Cuts(3000), 430, 444);
        Assert.InRange(Cuts(60_000), LookAheadCheck.FewestCuts - 4, LookAheadCheck.FewestCuts);
    }

    [Fact]
    public void A_series_of_one_bar_has_nothing_to_cut()
    {
        Assert.Equal(0, Cuts(1));
        Assert.Equal(0, Cuts(0));
    }

    [Fact]
    public void A_thorough_check_tells_how_far_it_is_and_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        double told = 0;
        Assert.Throws<OperationCanceledException>(() => LookAheadCheck.RunThoroughly(new BuyAndHold(), s_none, TestBars.Random(1, 100), 1, new Told(share =>
        {
            told = share;
            if (share > 0.5)
            {
                stop.Cancel();
            }
        }), stop.Token));
        Assert.InRange(told, 0.5, 0.53);
    }

    private static int Cuts(int bars) => LookAheadCheck.Run(new BuyAndHold(), s_none, bars == 0 ? TestBars.Flat() : IndicatorCase.Bars(bars), 1, CancellationToken.None).Cuts;

    private static Cheat Of(string name) => (Cheat)Activator.CreateInstance(Cheat.All.First(cheat => cheat.GetType().Name == name).GetType())!;

    private sealed class BreaksOnMissing : IStrategy
    {
        public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = i == 0 ? 0 : Math.Sign(bars.Close[i] - bars.Close[i - 1]);
            }
        }
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
