using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Tests.Engine.Optimization.CrossValidation;

public sealed class PathRanksTests
{
    [Fact]
    public void A_few_paths_are_all_drawn_and_the_lower_of_two_in_the_middle_is_the_median()
    {
        int[] ranked = PathRanks.Of(Paths(0.5, null, 0.1, 0.9));
        Assert.Equal([1, 2, 0, 3], ranked);
        Assert.Equal([0, 1, 2, 3], PathRanks.Drawn(ranked));
        Assert.Equal(2, PathRanks.Median(ranked));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(120)]
    public void Of_many_the_ends_the_middle_and_the_quarters_are_drawn(int count)
    {
        // Paths in falling order of their Sharpe ratio: the last is the lowest.
        int[] ranked = PathRanks.Of(Paths([.. Enumerable.Range(0, count).Select(path => (double?)-path)]));
        int[] drawn = [.. PathRanks.Drawn(ranked)];
        Assert.Equal(PathRanks.MostDrawn, drawn.Distinct().Count());
        Assert.Equal((0, count - 1), (drawn[0], drawn[^1]));
        Assert.Contains(PathRanks.Median(ranked), drawn);
        Assert.Equal(count / 2, PathRanks.Median(ranked));
    }

    private static PathOutcome[] Paths(params double?[] sharpes) => [.. sharpes.Select(sharpe => new PathOutcome(sharpe, 0, 0))];
}
