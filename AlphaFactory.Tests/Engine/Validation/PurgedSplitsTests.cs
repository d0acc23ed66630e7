using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Tests.Engine.Validation;

public sealed class PurgedSplitsTests
{
    [Fact]
    public void Each_bar_is_tested_once_in_k_fold()
    {
        var splits = PurgedSplits.KFold(103, 5, 0, 0);
        Assert.Equal(Enumerable.Range(0, 103), splits.SelectMany(split => split.Test).SelectMany(Bars));
        Assert.All(splits, split => Assert.Equal(Enumerable.Range(0, 103), split.Train.Concat(split.Test).SelectMany(Bars).Order()));
    }

    [Theory]
    [InlineData(100, 5, 1, 3, 4)]
    [InlineData(120, 6, 2, 2, 5)]
    [InlineData(97, 8, 3, 1, 0)]
    public void No_training_bar_lies_within_purge_and_embargo_of_a_test(int bars, int groups, int tested, int purge, int embargo)
    {
        foreach (var split in PurgedSplits.Combinatorial(bars, groups, tested, purge, embargo))
        {
            int[] test = [.. split.Test.SelectMany(Bars)];
            foreach (int bar in split.Train.SelectMany(Bars))
            {
                Assert.DoesNotContain(test, other => (bar >= other && bar - other <= purge + embargo) || (other > bar && other - bar <= purge));
            }
        }
    }

    [Fact]
    public void Every_choice_of_stretches_is_tested_and_each_bar_equally_often()
    {
        var splits = PurgedSplits.Combinatorial(60, 6, 2, 1, 2);
        Assert.Equal(15, splits.Count);
        Assert.All(splits.SelectMany(split => split.Test).SelectMany(Bars).GroupBy(bar => bar), times => Assert.Equal(5, times.Count()));
        Assert.Equal(new BarRange(0, 20), Assert.Single(splits[0].Test));
        Assert.Equal([new BarRange(23, 60)], splits[0].Train);
    }

    [Fact]
    public void A_purge_larger_than_what_is_left_leaves_no_training() => Assert.Empty(PurgedSplits.KFold(20, 2, 15, 0)[0].Train);

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PurgedSplits.KFold(10, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurgedSplits.Combinatorial(10, 4, 4, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurgedSplits.Combinatorial(1000, 60, 30, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurgedSplits.KFold(10, 2, -1, 0));
    }

    private static IEnumerable<int> Bars(BarRange range) => Enumerable.Range(range.Start, range.Count);
}
