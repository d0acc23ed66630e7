using System.Text;
using AlphaFactory.Engine.MarketData.Earnings;

namespace AlphaFactory.Tests.Engine.MarketData.Earnings;

public sealed class EarningsCsvReaderTests
{
    [Theory]
    [InlineData("", 1, "file-empty")]
    [InlineData("PK\u0003\u0004rest", 1, "file-packed")]
    [InlineData("symbol,date\n", 1, "file-empty")]
    [InlineData("ticker,date\nAAPL,2024-02-01\n", 1, "column-missing")]
    [InlineData("symbol,day\nAAPL,2024-02-01\n", 1, "column-missing")]
    [InlineData("symbol,date,Date\nAAPL,2024-02-01,2024-02-02\n", 1, "column-twice")]
    [InlineData("symbol,date\nAAPL,2024-02-01,x\n", 2, "line-broken")]
    [InlineData("symbol,date\nAAPL\n", 2, "line-broken")]
    [InlineData("symbol,date\n<script>,2024-02-01\n", 2, "symbol-invalid")]
    [InlineData("symbol,date\nAAPL,01/02/2024\n", 2, "date-invalid")]
    [InlineData("symbol,date\nAAPL,2124-02-01\n", 2, "date-invalid")]
    [InlineData("symbol,date\nAAPL,NaN\n", 2, "date-invalid")]
    [InlineData("symbol,date,session\nAAPL,2024-02-01,noon\n", 2, "session-invalid")]
    [InlineData("symbol,date\nAAPL,2024-02-01\naapl,2024-02-01\n", 3, "day-twice")]
    public async Task What_is_wrong_is_said_with_its_line(string text, int line, string code)
    {
        var (_, errors) = await ReadAsync(text);
        var error = Assert.Single(errors.First);
        Assert.Equal((line, code), (error.Line, error.Code));
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public async Task Every_faulty_line_is_counted() => Assert.Equal(300, (await ReadAsync("symbol,date\n" + string.Concat(Enumerable.Repeat("AAPL,soon\n", 300)))).Errors.Count);

    [Fact]
    public async Task No_more_lines_are_read_than_may_be() => Assert.Equal("file-too-long", Assert.Single((await ReadAsync("symbol,date\nA,2024-01-02\nB,2024-01-02\nC,2024-01-02\n", 2)).Errors.First).Code);

    [Fact]
    public async Task Order_of_columns_mark_between_them_and_mark_of_the_encoding_do_not_matter()
    {
        var (reports, errors) = await ReadAsync("\uFEFFSession\tDate\tnote\tSYMBOL\r\nafter-close\t2024-02-01\thello\tbrk.b\r\n\r\n");
        Assert.Equal(0, errors.Count);
        Assert.Equal(new EarningsReport("BRK.B", new(2024, 2, 1), EarningsSession.AfterClose), Assert.Single(reports));
    }

    [Theory]
    [InlineData("symbol;date\nAAPL;2024-02-01\n")]
    [InlineData("\nsymbol,date,\"note; free\"\nAAPL,2024-02-01,\"a; b\"\n")]
    public async Task The_mark_that_separates_most_columns_is_taken(string text) =>
        Assert.Equal(new EarningsReport("AAPL", new(2024, 2, 1), null), Assert.Single((await ReadAsync(text)).Reports));

    private static async Task<(IReadOnlyList<EarningsReport> Reports, AlphaFactory.Engine.MarketData.Csv.CsvErrors Errors)> ReadAsync(string text, int maximum = 1000)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await EarningsCsvReader.ReadAsync(file, maximum, TestContext.Current.CancellationToken);
    }
}
