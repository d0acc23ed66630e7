using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

/// <summary>Each shipped rule on a price path made for it, where its decision can be seen with the naked eye.</summary>
public sealed class ShippedStrategyTests
{
    [Fact]
    public void A_fall_below_the_band_is_bought_and_sold_at_the_middle()
    {
        var parameters = new BollingerRsiParameters { Period = 10, RsiPeriod = 5, BuyLevel = 30 };
        double[] closes = [.. Calm(40), 90, 89, 101, 100];
        double[] target = Decide(new BollingerRsi(), parameters, closes);
        Assert.All(target[parameters.WarmUpBars..40], wanted => Assert.Equal(0, wanted));
        Assert.Equal([1, 1, 0, 0], target[40..]);
    }

    [Fact]
    public void A_reversion_that_does_not_come_ends_after_the_longest_trade()
    {
        var parameters = new BollingerRsiParameters { Period = 10, RsiPeriod = 5, BuyLevel = 30, LongestTrade = 3 };
        double[] closes = [.. Calm(40), 90, 89, 88, 88, 88, 88];
        double[] target = Decide(new BollingerRsi(), parameters, closes);
        Assert.Equal([1, 1, 1, 0], target[40..44]);
    }

    [Fact]
    public void A_rise_above_the_band_is_sold_short_only_when_allowed()
    {
        var parameters = new BollingerRsiParameters { Period = 10, RsiPeriod = 5, BuyLevel = 30 };
        double[] closes = [.. Calm(40), 110, 111, 99, 100];
        Assert.Equal([0, 0, 0, 0], Decide(new BollingerRsi(), parameters, closes)[40..]);
        Assert.Equal([-1, -1, 0, 0], Decide(new BollingerRsi(), parameters with { Sides = TradeSides.LongAndShort }, closes)[40..]);
    }

    [Theory]
    [InlineData(1, TradeSides.LongOnly, 1)]
    [InlineData(-1, TradeSides.LongOnly, 0)]
    [InlineData(-1, TradeSides.LongAndShort, -1)]
    public void A_breakout_after_a_squeeze_is_followed_until_the_middle(int side, TradeSides sides, double wanted)
    {
        // Bars much longer than their closes move apart: bands inside the channel.
        double[] closes = [.. Calm(60), 100 + (side * 6), 100 + (side * 7), 100 + (side * 8), 100 - (side * 3)];
        var bars = TestBars.Of([.. closes.Select(close => (close, close + 2, close - 2, close))]);
        double[] target = Decide(new BollingerSqueeze(), new BollingerSqueezeParameters { Sides = sides }, bars);
        Assert.Equal([wanted, wanted, wanted, 0], target[60..]);
    }

    [Fact]
    public void A_breakout_without_a_squeeze_is_left_alone()
    {
        // The bars are as short as the closes are far apart: the channel is inside the bands.
        double[] closes = [.. Enumerable.Range(0, 60).Select(i => 100 + (10 * Math.Sin(i / 3.0))), 125, 126];
        Assert.DoesNotContain(1.0, Decide(new BollingerSqueeze(), new BollingerSqueezeParameters(), closes));
    }

    [Fact]
    public void A_dip_is_bought_when_it_turns_and_sold_when_momentum_is_lost()
    {
        var parameters = new RsiMacdParameters { RsiPeriod = 5, BuyLevel = 30, SellLevel = 99, Memory = 6, Fast = 3, Slow = 8, Signal = 3, TrendPeriod = 0 };
        double[] closes = [.. Calm(30), 98, 96, 94, 92, 90, 93, 96, 99, 101, 102, 102, 101, 99, 96];
        double[] target = Decide(new RsiMacd(), parameters, closes);
        int entry = Array.IndexOf(target, 1);
        Assert.InRange(entry, 35, 36);
        int exit = Array.FindIndex(target, entry, wanted => wanted == 0);
        Assert.InRange(exit, 40, 43);
        Assert.DoesNotContain(1.0, Decide(new RsiMacd(), parameters with { TrendPeriod = 30 }, closes)[..37]);
    }

    [Fact]
    public void Price_above_the_sell_level_is_sold()
    {
        var parameters = new RsiMacdParameters { RsiPeriod = 5, BuyLevel = 30, SellLevel = 60, Memory = 6, Fast = 3, Slow = 8, Signal = 3, TrendPeriod = 0 };
        double[] closes = [.. Calm(30), 98, 96, 94, 92, 90, 93, 97, 103, 110, 118];
        double[] target = Decide(new RsiMacd(), parameters, closes);
        Assert.Contains(1.0, target);
        Assert.Equal(0, target[^1]);
    }

    [Theory]
    [InlineData(0.002, 1)]
    [InlineData(-0.002, 0)]
    public void A_lasting_trend_scores_for_its_own_side(double growth, double wanted)
    {
        double[] closes = [.. Enumerable.Range(0, 300).Select(i => 100 * Math.Exp(growth * i))];
        Assert.Equal(wanted, Decide(new MultiFactor(), new MultiFactorParameters(), closes)[^1]);
    }

    [Fact]
    public void A_weight_of_0_leaves_a_factor_out()
    {
        double[] closes = [.. Calm(250), 97, 95];
        var reversion = new MultiFactorParameters { TrendWeight = 0, MomentumWeight = 0, ReversionWeight = 1, VolatilityWeight = 0, VolumeWeight = 0, EntryScore = 0.5 };
        Assert.Equal(1, Decide(new MultiFactor(), reversion, closes)[^1]);
        Assert.Equal(0, Decide(new MultiFactor(), reversion with { ReversionWeight = 0, TrendWeight = 1 }, closes)[^1]);
    }

    [Fact]
    public void Exposure_by_strength_moves_in_quarters()
    {
        double[] target = Decide(new MultiFactor(), (MultiFactorParameters)StrategyRegistry.Shipped().Get("multi-factor").FindPreset("scaled")!.Parameters, TestBars.Random(4, 2000));
        Assert.Equal([0, 0.25, 0.5, 0.75], target.Where(wanted => !double.IsNaN(wanted)).Distinct().Order().Take(4));
    }

    /// <summary>Closes that step to and fro about 100.</summary>
    private static IEnumerable<double> Calm(int count) => Enumerable.Range(0, count).Select(i => 100 + (i % 2 == 0 ? 0.5 : -0.5));

    private static double[] Decide(IStrategy strategy, StrategyParameters parameters, double[] closes) => Decide(strategy, parameters, TestBars.Flat(closes));

    private static double[] Decide(IStrategy strategy, StrategyParameters parameters, AlphaFactory.Core.Prices.BarSeries bars)
    {
        double[] target = new double[bars.Count];
        strategy.Decide(bars, parameters, target);
        Opinions.Hold(target);
        return target;
    }
}
