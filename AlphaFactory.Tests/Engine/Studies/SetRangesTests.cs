using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class SetRangesTests
{
    [Fact]
    public void Neighbours_are_joined_and_repetitions_counted_once()
    {
        var ranges = SetRanges.Of([7, 3, 4, 5, 4, 9]);
        Assert.Equal([(3, 6), (7, 8), (9, 10)], ranges.Ranges);
        Assert.Equal(5, ranges.Count);
    }

    [Fact]
    public void A_union_is_that_of_sets()
    {
        var random = new SeededRandom(1);
        for (int round = 0; round < 200; round++)
        {
            long[] one = [.. Enumerable.Range(0, random.NextInt32(60)).Select(_ => (long)random.NextInt32(80))], two = [.. Enumerable.Range(0, random.NextInt32(60)).Select(_ => (long)random.NextInt32(80))];
            var both = SetRanges.Of(one).With(SetRanges.Of(two));
            long[] expected = [.. one.Union(two).Order()];
            Assert.Equal(expected, both.Ranges.SelectMany(range => Enumerable.Range((int)range.First, (int)(range.End - range.First)).Select(set => (long)set)));
            Assert.Equal(expected.Length, both.Count);
            Assert.Equal(both.Ranges, SetRanges.OfRanges(both.Ranges).Ranges);
        }
    }

    [Fact]
    public void Ranges_that_touch_or_are_empty_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SetRanges.OfRanges([(3, 3)]));
        Assert.Throws<ArgumentException>(() => SetRanges.OfRanges([(3, 5), (5, 6)]));
    }
}
