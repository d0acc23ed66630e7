using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class BestSetsTests
{
    [Fact]
    public void The_highest_are_kept_and_of_equal_ones_the_lowest_numbers_in_whatever_order_they_come()
    {
        var best = new BestSets(50);
        foreach (int seed in Enumerable.Range(1, 200))
        {
            // Few different values make ties common, most of all at the end of the list.
            var random = new SeededRandom((ulong)seed);
            int count = random.NextInt32(400), values = 1 + random.NextInt32(60);
            (long Set, double Objective)[] all = [.. Enumerable.Range(0, count).Select(set => ((long)set, (double)(random.NextInt32(values) - 5))).OrderBy(_ => random.NextDouble())];
            best.Clear();
            for (int i = 0; i < all.Length; i++)
            {
                best.Add(all[i].Set, all[i].Objective);
                if (i % 37 == 0)
                {
                    Check(best, all[..(i + 1)]);
                }
            }

            Check(best, all);
        }
    }

    [Fact]
    public void Infinite_objectives_have_their_places()
    {
        var best = new BestSets(2);
        best.Add(1, double.NegativeInfinity);
        best.Add(2, 0);
        best.Add(3, double.PositiveInfinity);
        Assert.Equal([3, 2], best.Sorted);
    }

    private static void Check(BestSets best, (long Set, double Objective)[] all) =>
        Assert.Equal(all.OrderByDescending(one => one.Objective).ThenBy(one => one.Set).Take(50).Select(one => one.Set), best.Sorted);
}
