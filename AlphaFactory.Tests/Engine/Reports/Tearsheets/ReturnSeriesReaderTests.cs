using AlphaFactory.Engine.Reports.Tearsheets;

namespace AlphaFactory.Tests.Engine.Reports.Tearsheets;

public sealed class ReturnSeriesReaderTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Headers_are_found_in_any_case_and_with_any_delimiter(char delimiter)
    {
        string[] lines = ["\uFEFFDate,Mine,\"Index\"", "2024-01-02,0.01,-0.002", "", "2024-01-03 16:00,-1,0"];
        var series = Assert.IsType<ReturnSeries>(ReturnSeriesReader.Read(lines.Select(line => line.Replace(',', delimiter)), "mine", "INDEX"));
        Assert.Equal(("Mine", "Index"), (series.Name, series.Benchmark));
        Assert.Equal([0.01, -1], series.Run.Returns);
        Assert.Equal([-0.002, 0], series.Run.BenchmarkReturns);
        Assert.Equal([new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 3)], series.Run.Dates);
    }

    [Fact]
    public void A_file_without_dates_has_returns_alone()
    {
        var series = Assert.IsType<ReturnSeries>(ReturnSeriesReader.Read(["r", "0.01", "0.02"], "r", null));
        Assert.Empty(series.Run.Dates);
        Assert.Equal(2, series.Run.Days);
    }

    [Theory]
    [InlineData("2024-01-02,abc", "Line 2, mine: \"abc\" is not a number.")]
    [InlineData("2024-01-02,", "Line 2, mine: \"\" is not a number.")]
    [InlineData("2024-01-02,NaN", "Line 2, mine: \"NaN\" is not a number.")]
    [InlineData("2024-01-02,Infinity", "Line 2, mine: \"Infinity\" is not a number.")]
    [InlineData("2024-01-02,-1.5", "Line 2, mine: -1.5 is below -1")]
    [InlineData("02.01.24,0.1", "Line 2, date: \"02.01.24\" is not a date.")]
    [InlineData("2024-01-02,0.1,7", "Line 2: 3 cells but 2 headers.")]
    [InlineData("2024-01-02,0.1\n2024-01-02,0.2", "Line 3, date: 2024-01-02 does not come after 2024-01-02.")]
    [InlineData("", "There is no line below the headers.")]
    public void A_line_that_cannot_be_read_is_named_with_its_number(string body, string expected)
    {
        var refused = Assert.IsType<ReturnSeriesRefused>(ReturnSeriesReader.Read(["date,mine", .. body.Split('\n')], "mine", null));
        Assert.StartsWith(expected, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_header_is_answered_with_those_there_are()
    {
        var refused = Assert.IsType<ReturnSeriesRefused>(ReturnSeriesReader.Read(["date,trending", "2024-01-02,0.1"], "trendin", "spy"));
        Assert.Equal("--column is \"trendin\" but the headers are date, trending. Did you mean \"trending\"?", refused.Errors[0]);
        Assert.StartsWith("--benchmark is \"spy\"", refused.Errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.IsType<ReturnSeriesRefused>(ReturnSeriesReader.Read([], "mine", null));

    [Fact]
    public void Twenty_errors_are_enough()
    {
        var refused = Assert.IsType<ReturnSeriesRefused>(ReturnSeriesReader.Read(["mine", .. Enumerable.Repeat("x", 50)], "mine", null));
        Assert.Equal(20, refused.Errors.Count);
    }
}
