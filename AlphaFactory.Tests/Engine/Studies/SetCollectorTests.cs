using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class SetCollectorTests
{
    private const int Million = 1_000_000, Tile = 16;

    [Fact]
    public void A_million_sets_of_a_grid_from_many_threads_are_one_range()
    {
        var tried = new SetCollector();
        Parallel.For(0, Million / Tile, tile => tried.Add([.. Enumerable.Range(0, Tile).Select(place => (long)(tile * Tile) + place)]));
        Assert.Equal([(0, Million)], tried.ToRanges().Ranges);
    }

    [Fact]
    public void Sets_drawn_at_random_are_each_kept_once_also_when_they_come_again()
    {
        var random = new SeededRandom(7);
        long[] drawn = [.. Enumerable.Range(0, Million).Select(_ => (long)(random.NextDouble() * (1L << 40)))];
        var tried = new SetCollector();
        for (int round = 0; round < 2; round++)
        {
            foreach (long[] batch in drawn.Chunk(1000))
            {
                tried.Add(batch);
            }

            Assert.Equal(drawn.Distinct().Count(), tried.ToRanges().Count);
        }
    }
}
