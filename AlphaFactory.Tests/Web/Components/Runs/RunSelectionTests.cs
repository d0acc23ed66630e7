using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Tests.Web.Components.Runs;

public sealed class RunSelectionTests
{
    private static readonly RunRecord One = Run("one"), Two = Run("two");

    [Fact]
    public void A_box_ticks_and_unticks_and_the_head_does_so_for_all()
    {
        var selection = new RunSelection();
        selection.Toggle([Two]);
        Assert.Equal((true, false, false), (selection.Holds(Two), selection.Holds(One), selection.Holds([One, Two])));
        selection.Toggle([One, Two]);
        Assert.True(selection.Holds([One, Two]));
        Assert.Equal(2, selection.Runs.Count);
        selection.Toggle([One, Two]);
        Assert.Empty(selection.Runs);
        Assert.False(selection.Holds([]));
    }

    [Fact]
    public void A_run_read_again_is_the_same_run()
    {
        var selection = new RunSelection();
        selection.Toggle([One]);
        selection.Toggle([One with { Title = "Renamed" }]);
        Assert.Empty(selection.Runs);
    }

    private static RunRecord Run(string id) => new() { Id = id, Title = id, State = RunState.Done, CreatedBy = "anna", CreatedAt = DateTimeOffset.UnixEpoch, Spec = new RunSpec { Strategy = "sma-crossover", Symbol = "AAPL" } };
}
