using AlphaFactory.Engine.Reports.Drawing;

namespace AlphaFactory.Tests.Engine.Reports.Drawing;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0.98, 2.6)]
    [InlineData(-0.0003, 0.0004)]
    [InlineData(-5, 1e9)]
    public void Ticks_are_round_lie_inside_and_are_told_apart_by_their_decimals(double low, double high)
    {
        var scale = new Scale(low, high, 200, 0);
        var ticks = scale.Ticks(5);
        Assert.InRange(ticks.Count, 3, 9);
        Assert.All(ticks, tick => Assert.InRange(tick, low, high));
        Assert.Equal(ticks.Count, ticks.Select(tick => Math.Round(tick, scale.Decimals(5))).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(0.001, 1e6)]
    [InlineData(1e-250, 1e305)]
    public void Ticks_by_ratio_stay_few_however_wide_the_range(double low, double high)
    {
        var scale = Scale.Around([low, high], 200, 0, byRatio: true);
        Assert.InRange(scale.Ticks(5).Count, 2, 12);
        Assert.InRange(scale[low], 190, 200);
        Assert.InRange(scale[high], 0, 10);
    }

    [Fact]
    public void Equal_values_and_no_values_have_a_scale_too()
    {
        Assert.Equal(100, Scale.Around([3, 3], 200, 0)[3], 1e-9);
        Assert.InRange(Scale.Around([1, Math.BitIncrement(1)], 200, 0).Ticks(5).Count, 3, 9);
        Assert.Equal(200, Scale.Around([double.NaN], 200, 0)[0]);
    }
}
