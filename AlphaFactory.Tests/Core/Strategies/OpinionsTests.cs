using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class OpinionsTests
{
    private const double None = double.NaN;

    [Fact]
    public void What_was_wanted_goes_on_where_there_is_no_opinion()
    {
        double[] target = [None, None, 1, None, None, 0, None, -1];
        Opinions.Hold(target);
        Assert.Equal([None, None, 1, 1, 1, 0, 0, -1], target);
        Opinions.Hold([]);
    }

    [Theory]
    [InlineData(4, new[] { None, 1, None, None, 1, None })]
    [InlineData(5, new[] { None, 1, None, None, None, 1 })]
    [InlineData(1, new[] { None, 1, None, None, None, None })]
    [InlineData(0, new[] { None, 1, None, None, None, None })]
    [InlineData(6, new[] { None, 1, None, None, None, None })]
    public void A_part_begins_with_what_was_wanted_before_it(int start, double[] expected)
    {
        double[] target = [None, 1, None, None, None, None];
        Opinions.CarryTo(target, start);
        Assert.Equal(expected, target);
    }
}
