using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class SmaCrossoverTests
{
    // Average of 2: -, 3, 2, 2.5, 4, 4, 2.5; of 3: -, -, 2.67, 2.33, 3.33, 3.67, 3.33.
    private static readonly double[] s_closes = [4, 2, 2, 3, 5, 3, 2];

    [Theory]
    [InlineData(SmaCrossoverEntry.Cross)]
    [InlineData(SmaCrossoverEntry.State)]
    public void It_is_long_from_the_bar_that_crosses_to_the_bar_that_crosses_back(SmaCrossoverEntry entry) =>
        Assert.Equal([double.NaN, double.NaN, 0, 1, 1, 1, 0], Decide(entry, s_closes));

    [Fact]
    public void A_trend_that_was_there_first_is_no_cross_but_a_state()
    {
        double[] rising = [1, 2, 3, 4, 5];
        Assert.Equal([double.NaN, double.NaN, 0, 0, 0], Decide(SmaCrossoverEntry.Cross, rising));
        Assert.Equal([double.NaN, double.NaN, 1, 1, 1], Decide(SmaCrossoverEntry.State, rising));
    }

    private static double[] Decide(SmaCrossoverEntry entry, double[] closes)
    {
        double[] target = new double[closes.Length];
        new SmaCrossover().Decide(TestBars.Flat(closes), new SmaCrossoverParameters { Fast = 2, Slow = 3, Entry = entry }, target);
        return target;
    }
}
