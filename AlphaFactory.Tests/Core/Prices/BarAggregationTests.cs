using AlphaFactory.Core.Prices;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Prices;

public sealed class BarAggregationTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 5);

    [Fact]
    public void Joined_bars_keep_first_open_last_close_extremes_and_all_volume()
    {
        var cases = from count in Gen.Choose(1, 300) from size in Gen.Choose(1, 50) select (count, size);
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var bars = Bars(one.count);
            var joined = bars.JoinEvery(one.size);
            Assert.Equal((one.count + one.size - 1) / one.size, joined.Count);
            Assert.Equal(bars.Times[0], joined.Times[0]);
            Assert.Equal(bars.Open[0], joined.Open[0]);
            Assert.Equal(bars.Close[^1], joined.Close[^1]);
            Assert.Equal(bars.High.ToArray().Max(), joined.High.ToArray().Max());
            Assert.Equal(bars.Low.ToArray().Min(), joined.Low.ToArray().Min());
            Assert.Equal(bars.Volume.ToArray().Sum(), joined.Volume.ToArray().Sum());
            for (int i = 0; i < joined.Count; i++)
            {
                Assert.True(joined.Low[i] <= Math.Min(joined.Open[i], joined.Close[i]));
                Assert.True(joined.High[i] >= Math.Max(joined.Open[i], joined.Close[i]));
                Assert.Equal(bars.Times[i * one.size], joined.Times[i]);
            }
        }));
    }

    [Fact]
    public void A_group_of_no_bars_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Bars(3).JoinEvery(0));

    private static BarSeries Bars(int count)
    {
        var identity = new SeriesIdentity("X", BarInterval.Daily, "csv", PriceAdjustment.Raw, false);
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        return new BarSeries(
            identity,
            [.. Enumerable.Range(0, count).Select(i => i * 86_400_000L)],
            Column(i => 100 + (i * 7 % 13)),
            Column(i => 115 + (i * 5 % 11)),
            Column(i => 90 - (i * 3 % 17)),
            Column(i => 101 + (i * 11 % 13)),
            Column(i => 1000 + i));
    }
}
