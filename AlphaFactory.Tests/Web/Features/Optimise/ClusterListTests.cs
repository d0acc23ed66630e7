using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Tests.Engine.Studies;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Features.Optimise;
using Bunit;

namespace AlphaFactory.Tests.Web.Features.Optimise;

public sealed class ClusterListTests : BunitContext
{
    [Fact]
    public void Each_cluster_is_a_row_with_its_size_ranges_median_and_best()
    {
        var island = new SetCluster(6, [new ClusterRange("fast", true, ["10", "15"]), new ClusterRange("slow", true, ["40"])], 0.31, 10, new Dictionary<string, string> { ["fast"] = "15", ["slow"] = "40" }, 0.42);
        var spike = new SetCluster(1, [new ClusterRange("fast", true, ["5"]), new ClusterRange("slow", true, ["60"])], 2, 3, new Dictionary<string, string> { ["fast"] = "5", ["slow"] = "60" }, 2);
        var view = View();
        var drawn = Render<ClusterList>(parameters => parameters.Add(list => list.View, view).Add(list => list.Clusters, new SetClusters(0.3, 7, 12, [island, spike])));
        Assert.Equal(["6", "10 to 15", "40", "0.31", "0.42", "fast 15, slow 40"], drawn.FindAll("tbody tr:first-child td").Select(cell => cell.TextContent));
        Assert.Equal(2, drawn.FindAll("tbody tr").Count);
        Assert.Contains("12 groups of neighbours; the 2 largest", drawn.Find(".cap").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_set_that_is_shown_has_the_median_of_its_neighbourhood()
    {
        var view = View();
        var row = view.Result.Top[1];
        // Set 15 is a corner: itself, 14, 11 and 10.
        double[] corner = [.. new[] { 10, 11, 14, 15 }.Select(set => SweepResults.Objectives[set]).Order()];
        Assert.Equal((corner[1] + corner[2]) / 2, view.Ground(row)!.Value, 1e-12);
        Assert.Equal(view.Result.PlateauGround!.Median, view.Ground(view.Result.Plateau!));
        Assert.Null(view.Ground(view.Result.Default));
    }

    private static SweepView View()
    {
        var result = SweepResults.Make();
        var ground = new SetGround(new SweepSpace(result.Sweep, StrategyRegistry.Shipped()), SweepResults.Objectives);
        return new SweepView("s", result, SweepResults.Objectives, new SetGrid(SweepResults.Axes, ["fast", "slow"]), ground, StatisticRegistry.Shipped());
    }
}
