using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Tests.Web.Components.Studies;

public sealed class SetGridTests
{
    [Fact]
    public void Sets_are_numbered_as_the_engine_numbers_them()
    {
        // The axis of the run is asked for first, but comes last.
        SweepAxis[] axes = [SweepAxis.Of("stop_pct", 1, 3, 1), SweepAxis.Of("fast", 5, 20, 5), SweepAxis.Of("slow", 30, 50, 10)];
        var space = new SweepSpace(new SweepDefinition { Run = new RunSpec { Strategy = "sma-crossover", Symbol = "X" }, Axes = axes }, StrategyRegistry.Shipped());
        var grid = new SetGrid(axes, ["fast", "slow", "entry"]);
        Assert.Equal(space.Size, grid.Size);
        for (long set = 0; set < space.Size; set++)
        {
            Assert.Equal(set, grid.SetAt(grid.Places(space.Values(set))));
        }
    }

    [Fact]
    public void The_median_around_a_set_leaves_out_what_has_no_figure_and_what_lies_outside()
    {
        var grid = new SetGrid([SweepAxis.Of("a", 1, 3, 1), SweepAxis.Of("b", 1, 3, 1)], ["a", "b"]);
        double[] objectives = [1, 2, 3, 4, double.NaN, 6, 7, 8, 9];
        Assert.Equal(5, grid.MedianAround(objectives, [1, 1]));
        Assert.Equal(2, grid.MedianAround(objectives, [0, 0]));
        Assert.True(double.IsNaN(grid.MedianAround([.. Enumerable.Repeat(double.NaN, 9)], [1, 1])));
    }

    [Fact]
    public void A_value_is_found_as_a_number_whatever_its_digits()
    {
        var axis = SweepAxis.Parse("stop_pct=1,2.5,10");
        Assert.Equal(1, SetGrid.PlaceOf(axis, "2.50"));
        Assert.Equal(-1, SetGrid.PlaceOf(axis, "3"));
        Assert.Null(new SetGrid([axis], []).Places(new Dictionary<string, string> { ["fast"] = "1" }));
    }
}
