using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class PlateauTests
{
    private static readonly SweepDefinition s_definition = SweepRuns.Definition("sma-crossover", "fast=5..40:5", "slow=45..120:5");

    [Fact]
    public void The_recommendation_is_the_set_whose_neighbourhood_has_the_best_median()
    {
        var outcome = SweepRuns.Run(s_definition);
        var space = outcome.Summary.Space;
        (long Set, double Median)[] all = [.. Range(space.Size).Select(set => (set, Median(Around(space, set).Select(near => outcome.Summary.ObjectiveOf(near)!.Value))))];
        // Those at the rim have fewer neighbours, and a median of fewer values is high by luck more often.
        var whole = all.Where(one => Around(space, one.Set).Count() == 9).ToList();
        double best = whole.Max(one => one.Median);
        Assert.True(best < all.Max(one => one.Median), "No set at the rim would have won: this shows nothing.");
        Assert.Equal(best, outcome.PlateauGround!.Median);
        Assert.Equal(whole.First(one => one.Median == best).Set, outcome.Plateau!.Set);
        Assert.InRange(outcome.PlateauGround.Score!.Value, 0, 1);
        Assert.Equal(outcome.Plateau.Set, outcome.PlateauGround.Set);
    }

    [Fact]
    public void Where_no_set_has_a_whole_neighbourhood_the_largest_there_are_must_do()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=10,20", "slow=50,60"));
        Assert.Equal(4, outcome.PlateauGround!.Neighbours);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_best_of_a_sample_has_all_its_neighbours_and_no_better_ground_than_the_recommended(int seed)
    {
        var outcome = SweepRuns.Run(s_definition with { Method = "random", Budget = 25, Seed = seed });
        Assert.All(Around(outcome.Summary.Space, outcome.Best!.Set!.Value), set => Assert.NotNull(outcome.Summary.ObjectiveOf(set)));
        Assert.True(outcome.BestGround!.Neighbours < 9 || outcome.BestGround.Median <= outcome.PlateauGround!.Median);
    }

    [Fact]
    public void A_sample_is_completed_around_its_best_sets()
    {
        var outcome = SweepRuns.Run(s_definition with { Method = "random", Budget = 25 });
        Assert.True(outcome.Sets > 25);
        Assert.All(Around(outcome.Summary.Space, outcome.Plateau!.Set!.Value), set => Assert.NotNull(outcome.Summary.ObjectiveOf(set)));
    }

    [Fact]
    public void A_heatmap_holds_the_best_and_the_mean_of_each_cell()
    {
        var outcome = SweepRuns.Run(s_definition with { Axes = [.. s_definition.Axes, SweepAxis.Parse("size_pct=50,100")] });
        Assert.Equal(3, outcome.Summary.Grids.Count);
        var grid = outcome.Summary.Grids[0];
        double[] cell = [.. Enumerable.Range(0, 2).Select(size => outcome.Summary.ObjectiveOf(outcome.Summary.Space.SetAt([2, 3, size]))!.Value)];
        Assert.Equal(cell.Max(), grid.Best(2, 3));
        Assert.Equal(cell.Average(), grid.Mean(2, 3), 1e-12);
        Assert.Equal(2, grid.Count(2, 3));
    }

    private static IEnumerable<long> Range(long count) => Enumerable.Range(0, (int)count).Select(set => (long)set);

    private static IEnumerable<long> Around(SweepSpace space, long set)
    {
        int[] places = new int[2];
        space.Locate(set, places);
        return
            from fast in Enumerable.Range(places[0] - 1, 3)
            from slow in Enumerable.Range(places[1] - 1, 3)
            where fast >= 0 && slow >= 0 && fast < space.Axes[0].Values.Count && slow < space.Axes[1].Values.Count
            select space.SetAt([fast, slow]);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
