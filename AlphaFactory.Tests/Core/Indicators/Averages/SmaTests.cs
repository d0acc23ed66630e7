using AlphaFactory.Core.Indicators.Averages;

namespace AlphaFactory.Tests.Core.Indicators.Averages;

public sealed class SmaTests
{
    [Fact]
    public void Before_the_first_full_window_there_is_no_average()
    {
        double[] average = new double[4];
        Sma.Compute([1, 2, 3, 4], 3, average);
        Assert.Equal([double.NaN, double.NaN, 2, 3], average);
    }

    [Fact]
    public void A_window_longer_than_the_series_gives_no_average()
    {
        double[] average = new double[2];
        Sma.Compute([1, 2], 3, average);
        Assert.All(average, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void A_period_of_0_and_a_result_of_another_length_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sma.Compute([1, 2], 0, new double[2]));
        Assert.Throws<ArgumentException>(() => Sma.Compute([1, 2], 1, new double[3]));
    }
}
