using AlphaFactory.Engine.Optimization;
using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Features.Optimise;

namespace AlphaFactory.Tests.Web.Features.Optimise;

public sealed class SweepAddressTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?x=fast&y=slow&cell=slice&at.stop_pct=5&sort=-trades&filter=fast%20%3C%2020&skip=25&table=heat,spread", "x=fast&y=slow&cell=slice&at.stop_pct=5&sort=-trades&filter=fast%20%3C%2020&skip=25&table=heat,spread")]
    [InlineData("?cell=nonsense&sort=-objective&skip=-5", "")]
    public void The_address_says_what_is_shown(string query, string again) => Assert.Equal(again, SweepAddress.Read(query).ToQuery());

    [Fact]
    public void A_chart_turns_into_a_table_and_back()
    {
        var address = new SweepAddress().With("heat", true).With("spread", true);
        Assert.Equal("table=heat,spread", address.ToQuery());
        Assert.Equal("table=spread", address.With("heat", false).ToQuery());
        Assert.NotEqual(address, address with { Sort = new SortOrder("fast", false) });
    }

    [Fact]
    public void Dragging_along_an_axis_writes_its_part_of_the_condition()
    {
        SweepAxis[] axes = [SweepAxis.Of("fast", 5, 60, 5), SweepAxis.Of("slow", 20, 200, 20)];
        var filter = new SweepFilter("trades >= 30").Dragged("fast~1.2~3.9", axes);
        Assert.Equal("trades >= 30 and fast >= 10 and fast <= 25", filter.Text);
        Assert.Equal((10, 25), filter.Bounds("fast"));
        Assert.Equal([1d, 4d], filter.Brushes(axes)["fast"]);
        var both = filter.Dragged("objective~0.5~1.25", axes);
        Assert.Equal([0.5, 1.25], both.Brushes(axes)["objective"]);
        Assert.Equal("trades >= 30 and objective >= 0.5 and objective <= 1.25", both.Dragged("fast~", axes).Text);
        Assert.Null(new SweepFilter("fast >= 5").Dragged("fast~", axes).Text);
    }

    [Fact]
    public void A_condition_written_by_hand_is_left_as_it_is()
    {
        var filter = new SweepFilter("(fast < 10 or slow > 50) and sharpe > 0.5").Dragged("slow~0~2", [SweepAxis.Of("slow", 20, 200, 20)]);
        Assert.Equal("(fast < 10 or slow > 50) and sharpe > 0.5 and slow >= 20 and slow <= 60", filter.Text);
    }
}
