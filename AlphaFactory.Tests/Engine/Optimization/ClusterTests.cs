using System.Text.Json;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class ClusterTests
{
    private static readonly SweepSpace s_space = Space("fast=1..10", "slow=20..29");

    [Fact]
    public void Two_islands_are_two_clusters_with_their_ranges_medians_and_bests()
    {
        // 100 sets, so the best ten count: an island of six around fast 2 to 3 and slow 21 to 23, one of four that a diagonal step holds together.
        double[] objectives = [.. Enumerable.Range(0, 100).Select(set => 0.001 * set)];
        Plant(objectives, (2, 21, 5.0), (2, 22, 5.1), (2, 23, 5.2), (3, 21, 5.3), (3, 22, 5.4), (3, 23, 5.5), (8, 27, 6.0), (8, 28, 6.2), (9, 29, 7.0), (10, 29, 6.1));
        var found = ClusterSearch.Find(s_space, objectives)!;
        Assert.Equal((5.0, 10, 2), (found.Least, found.Sets, found.Count));
        var (wide, high) = (found.Largest[0], found.Largest[1]);
        Assert.Equal((6, 5.25, 5.5), (wide.Sets, Math.Round(wide.Median, 12), wide.BestObjective));
        Assert.Equal(["2..3", "21..23"], wide.Ranges.Select(range => range.Write()));
        Assert.Equal((4, 6.15, 7.0), (high.Sets, Math.Round(high.Median, 12), high.BestObjective));
        Assert.Equal(["8..10", "27..29"], high.Ranges.Select(range => range.Write()));
        Assert.Equal("9 29", string.Join(' ', high.BestValues.Values));
        Assert.Equal(high.BestSet, At(9, 29));
    }

    [Fact]
    public void Sets_two_steps_apart_and_those_on_opposite_rims_do_not_hang_together()
    {
        double[] objectives = [.. Enumerable.Repeat(double.NaN, 100)];
        for (int set = 0; set < 30; set++)
        {
            objectives[set] = 0;
        }

        // Slow 29 of one fast and slow 20 of the next have numbers that follow each other, but lie on opposite rims.
        Plant(objectives, (1, 29, 2), (2, 20, 2), (2, 22, 2));
        var found = ClusterSearch.Find(s_space, objectives)!;
        Assert.Equal((3, 3, 2.0), (found.Sets, found.Count, found.Least));
    }

    [Fact]
    public void Sets_that_share_the_least_objective_are_all_among_the_best()
    {
        var found = ClusterSearch.Find(s_space, [.. Enumerable.Repeat(1.0, 100)])!;
        Assert.Equal((100, 1), (found.Sets, found.Count));
        Assert.Null(ClusterSearch.Find(s_space, [.. Enumerable.Repeat(double.NaN, 100)]));
    }

    [Fact]
    public void Words_are_listed_in_the_order_of_their_axis()
    {
        var space = Space("fast=1..2", "stop_pct=none,5,10");
        var found = ClusterSearch.Find(space, [0, 0, 0, 3, double.NaN, 3])!;
        Assert.Equal(2, found.Count);
        Assert.Equal(new ClusterRange("stop_pct", false, ["none"]).Write(), found.Largest[0].Ranges[1].Write());
        Assert.Equal("none,5", ClusterSearch.Find(space, [3, 3, 0, 0, 0, 0])!.Largest[0].Ranges[1].Write());
    }

    [Fact]
    public void A_grid_says_where_its_best_tenth_lies_and_a_sample_does_not()
    {
        var definition = SweepRuns.Definition("sma-crossover", "fast=5..40:5", "slow=45..120:5");
        var outcome = SweepRuns.Run(definition);
        double[] all = [.. Enumerable.Range(0, (int)outcome.Summary.Space.Size).Select(set => outcome.Summary.ObjectiveOf(set)!.Value)];
        double least = all.OrderDescending().ElementAt((int)Math.Ceiling(0.1 * all.Length) - 1);
        Assert.Equal((least, all.Count(one => one >= least)), (outcome.Clusters!.Least, outcome.Clusters.Sets));
        Assert.Equal(outcome.Clusters.Sets, outcome.Clusters.Largest.Sum(cluster => cluster.Sets));
        Assert.Equal(all.Max(), outcome.Clusters.Largest.Max(cluster => cluster.BestObjective));
        var json = JsonDocument.Parse(SweepJson.Write(outcome)).RootElement.GetProperty("clusters");
        Assert.Equal(outcome.Clusters.Count, json.GetProperty("count").GetInt32());
        Assert.Equal(outcome.Clusters.Largest[0].Ranges[0].Write(), json.GetProperty("largest")[0].GetProperty("ranges").GetProperty("fast").GetString());
        Assert.Null(SweepRuns.Run(definition with { Method = "random", Budget = 25 }).Clusters);
    }

    [Fact]
    public void The_ground_of_any_set_is_that_of_the_plateau()
    {
        var outcome = SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..40:5", "slow=45..120:5"));
        double[] objectives = [.. Enumerable.Range(0, (int)outcome.Summary.Space.Size).Select(set => outcome.Summary.ObjectiveOf(set)!.Value)];
        var ground = new SetGround(outcome.Summary.Space, objectives);
        Assert.Equal(outcome.PlateauGround!.Median, ground.MedianAround(outcome.PlateauGround.Set));
        Assert.Equal(outcome.BestGround!.Median, ground.MedianAround(outcome.BestGround.Set));
    }

    [Fact]
    public void A_neighbour_without_an_objective_counts_as_worst_and_one_that_is_no_set_does_not_count()
    {
        double[] objectives = [1, 2, 3, 4, double.NaN, double.NaN];
        // Of the sets around fast 1, slow 21 two have no objective: the median of six values stands between 1 and 2.
        Assert.Equal(1.5, new SetGround(Space("fast=1,2", "slow=20..22"), objectives).MedianAround(1));
        var sets = new SetGround(Space("fast < 2 or slow == 20", "fast=1,2", "slow=20..22"), objectives);
        Assert.Equal(2.5, sets.MedianAround(1));
        Assert.Null(sets.MedianAround(4));
    }

    private static SweepSpace Space(params string[] ranges)
    {
        string? where = ranges[0].Contains('<', StringComparison.Ordinal) ? ranges[0] : null;
        return new SweepSpace(new SweepDefinition { Run = new RunSpec { Strategy = "sma-crossover", Symbol = "X" }, Axes = [.. ranges.Skip(where is null ? 0 : 1).Select(SweepAxis.Parse)], Where = where }, StrategyRegistry.Shipped());
    }

    private static long At(int fast, int slow) => s_space.SetAt([fast - 1, slow - 20]);

    private static void Plant(double[] objectives, params (int Fast, int Slow, double Value)[] sets) => Array.ForEach(sets, set => objectives[At(set.Fast, set.Slow)] = set.Value);
}
