using AlphaFactory.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class DownsamplingTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 3);

    [Fact]
    public void First_last_and_the_extremes_of_every_column_are_kept_in_order()
    {
        var cases = from count in Gen.Choose(1, 2000)
                    from points in Gen.Choose(0, 400)
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    select (count, points, seed);
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), one =>
        {
            double[][] columns = [Walk(one.count, one.seed), Walk(one.count, one.seed + 1)];
            int[] kept = Downsampling.KeepExtremes(one.count, one.points, columns);
            Assert.Equal(0, kept[0]);
            Assert.Equal(one.count - 1, kept[^1]);
            Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            foreach (double[] column in columns)
            {
                Assert.Equal(column.Min(), kept.Min(i => column[i]));
                Assert.Equal(column.Max(), kept.Max(i => column[i]));
            }

            Assert.True(kept.Length <= Math.Max(one.points, 6), $"{kept.Length} rows for {one.points} points");
        }));
    }

    [Fact]
    public void What_fits_is_kept_whole() => Assert.Equal([0, 1, 2], Downsampling.KeepExtremes(3, 3, [3, 1, 2]));

    [Fact]
    public void NaN_is_no_extreme() => Assert.Equal([0, 2, 3, 5], Downsampling.KeepExtremes(6, 4, [double.NaN, double.NaN, 9, 1, double.NaN, double.NaN]));

    [Fact]
    public void A_column_of_another_length_is_refused() => Assert.Throws<ArgumentException>(() => Downsampling.KeepExtremes(3, 2, [1, 2]));

    private static double[] Walk(int count, int seed)
    {
        uint state = (uint)seed | 1;
        double level = 0;
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return level += (state % 2001) - 1000d;
        })];
    }
}
