using AlphaFactory.Core.Statistics.Periods;

namespace AlphaFactory.Tests.Core.Statistics.Periods;

public sealed class MonthlyReturnsTests
{
    [Fact]
    public void Days_compound_to_months_and_years_and_a_month_without_a_day_is_blank()
    {
        var years = MonthlyReturns.Of([new(2023, 11, 30), new(2023, 12, 1), new(2023, 12, 29), new(2025, 1, 2)], [0.1, 0.2, -0.5, 0]);
        Assert.Equal([2023, 2025], years.Select(year => year.Year));
        Assert.Equal(0.1, years[0].Months[10]!.Value, 1e-15);
        Assert.Equal((1.2 * 0.5) - 1, years[0].Months[11]!.Value, 1e-15);
        Assert.Equal((1.1 * 1.2 * 0.5) - 1, years[0].Total, 1e-15);
        Assert.Equal(11, years[1].Months.Count(month => month is null));
        Assert.Equal(0, years[1].Months[0]);
    }

    [Fact]
    public void Columns_of_different_length_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => MonthlyReturns.Of([new(2023, 1, 2)], [0.1, 0.2]));
}
