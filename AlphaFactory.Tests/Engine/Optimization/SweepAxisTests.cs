using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class SweepAxisTests
{
    [Theory]
    [InlineData("fast=5..8", "5,6,7,8")]
    [InlineData("slow=20..27:3", "20,23,26")]
    [InlineData("stop_pct=0.1..0.5:0.1", "0.1,0.2,0.3,0.4,0.5")]
    [InlineData("x=-2..2:2", "-2,0,2")]
    [InlineData("entry=cross, state", "cross,state")]
    [InlineData("stop-pct=none,5", "none,5")]
    [InlineData("fast=7", "7")]
    public void A_range_or_a_list_is_read(string text, string values)
    {
        var axis = SweepAxis.Parse(text);
        Assert.Equal(values, string.Join(',', axis.Values));
        Assert.Equal(text.Split('=')[0].Replace('-', '_'), axis.Name);
    }

    [Theory]
    [InlineData("fast", "must be NAME=RANGE")]
    [InlineData("=5", "must be NAME=RANGE")]
    [InlineData("fast=9..5", "must rise from its first value to its last")]
    [InlineData("fast=5..9:0", "by a step above 0")]
    [InlineData("fast=a..b", "must be two numbers")]
    [InlineData("fast=5...10", "The range \"fast=5...10\" has three dots or more")]
    [InlineData("fast = 9..5", "The range \"fast = 9..5\" must rise")]
    [InlineData("fast=5,5", "each once")]
    [InlineData("fast=0..1e9", "100,000 are the most")]
    public void What_is_none_is_refused_with_the_reason(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => SweepAxis.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_value_out_of_range_is_told_as_it_was_written()
    {
        string message = Assert.Throws<RunSpecException>(() => SweepRuns.Engine(SweepRuns.Definition("sma-crossover", "size_pct=1..1000:100"))).Message;
        Assert.Contains("size_pct is 201 but must be above 0 and at most 100", message, StringComparison.Ordinal);
        Assert.DoesNotContain("99999", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_set_has_a_number_and_every_number_a_set()
    {
        var space = SweepRuns.Engine(SweepRuns.Definition("sma-crossover", "size_pct=10..30:10", "fast=5..8", "slow=50..54:2")).Space;
        Assert.Equal(["fast", "slow", "size_pct"], space.Axes.Select(axis => axis.Name));
        Assert.Equal(36, space.Size);
        int[] places = new int[3];
        for (long set = 0; set < space.Size; set++)
        {
            space.Locate(set, places);
            Assert.Equal(set, space.SetAt(places));
        }

        var spec = space.Spec(35);
        Assert.Equal(("8", "54", 0.3), (spec.Parameters["fast"], spec.Parameters["slow"], spec.SizeFraction));
    }
}
