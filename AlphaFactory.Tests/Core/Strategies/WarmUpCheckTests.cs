using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Tests.Core.Strategies.Honest;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class WarmUpCheckTests
{
    private static readonly StrategyParameters s_none = new BuyAndHoldParameters();

    [Fact]
    public void A_strategy_without_memory_needs_no_history()
    {
        var report = Run(new BuyAndHold(), s_none, 0);
        Assert.Equal((0, true, 0), (report.Needed!.Value, report.IsEnough!.Value, report.Affected));
        Assert.Contains("needs no history", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_needs_what_it_declares()
    {
        var parameters = new SmaCrossoverParameters { Entry = SmaCrossoverEntry.State };
        Assert.Equal(49, Run(new SmaCrossover(), parameters, 49).Needed);
        Assert.True(Run(new SmaCrossover(), parameters, 49).IsEnough);
        var none = Run(new SmaCrossover(), parameters, 0);
        Assert.False(none.IsEnough);
        Assert.Equal(49, none.Affected);
        Assert.Contains("so the first 49 of the period", none.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_average_with_memory_needs_as_many_bars_as_its_weights_take_to_fade()
    {
        // Begun with another close, a few per cent away: gone when 19/21 to the power of n has made 1e-9 of it.
        double fades = Math.Log(1e-9 / 0.05) / Math.Log(DistanceFromEma.Keep);
        var report = Run(new DistanceFromEma(), s_none, 0);
        Assert.InRange(report.Needed!.Value, fades * 0.8, fades * 1.6);
        Assert.False(report.IsEnough);
        Assert.True(Run(new DistanceFromEma(), s_none, 1000).IsEnough);
        Assert.False(Run(new DistanceFromEma(), s_none, 60).IsEnough);
    }

    [Fact]
    public void A_position_held_since_an_old_signal_counts_as_memory()
    {
        // State knows at once where it stands; a fresh cross has to be waited for.
        Assert.True(Run(new SmaCrossover(), new SmaCrossoverParameters(), 0).Needed > 49);
    }

    [Fact]
    public void A_memory_that_never_ends_is_told_as_not_known()
    {
        var report = Run(new ExpandingScore(), s_none, 300);
        Assert.Null(report.Needed);
        Assert.Null(report.IsEnough);
        Assert.Contains("cannot be told", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_bars_than_a_first_opinion_takes_are_too_few_however_short_the_series()
    {
        var report = WarmUpCheck.Run(new SmaCrossover(), new SmaCrossoverParameters(), TestBars.Random(1, 60), 20, CancellationToken.None);
        Assert.False(report.IsEnough);
        Assert.Contains("needs 49 bars for a first opinion and has 20", report.Sentence, StringComparison.Ordinal);
    }

    private static WarmUpReport Run(IStrategy strategy, StrategyParameters parameters, int history) =>
        WarmUpCheck.Run(strategy, parameters, IndicatorCase.Bars(2000), history, CancellationToken.None);
}
