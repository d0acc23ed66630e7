using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

public sealed class CsvBarReaderTests
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";
    private const string Good = Header + "2024-03-04,10,11,9,10.5,100\n2024-03-05,10.5,12,10,11,200\n";

    [Theory]
    [InlineData(Good)]
    [InlineData("VOLUME, close ,low,High,oPEN,datetime\n100,10.5,9,11,10,2024-03-04\n200,11,10,12,10.5,2024-03-05")] // any order and case
    [InlineData("date;open;high;low;close;volume\r\n04.03.2024;10;11;9;10,5;100\r\n05.03.2024;10,5;12;10;11;200\r\n")] // semicolons, commas, CRLF
    [InlineData("\"Date\"\t\"Open\"\t\"High\"\t\"Low\"\t\"Close\"\t\"Volume\"\n\"20240304\"\t10\t11\t9\t10.5\t100\n20240305\t10.5\t12\t10\t11\t200\n")]
    [InlineData("date,open,high,low,close,volume\n2024-03-05,10.5,12,10,11,200\n2024-03-04,10,11,9,10.5,100\n")] // newest first
    [InlineData("date,open,high,low,close,volume\n\n2024/03/04,10,11,9,10.5,1e2\n\n2024/03/05,10.5,12,10,11,200\n\n")] // blank lines
    [InlineData("timestamp,open,high,low,close,volume\n2024-03-04 00:00:00-05:00,10,11,9,10.5,100\n2024-03-05 00:00:00-05:00,10.5,12,10,11,200\n")]
    [InlineData("time,open,high,low,close,volume\n1709510400,10,11,9,10.5,100\n1709596800,10.5,12,10,11,200\n")] // Unix midnights
    [InlineData("timestamp,open,high,low,close,volume\n1709562600,10,11,9,10.5,100\n1709649000,10.5,12,10,11,200\n")] // Unix session opens
    public async Task Files_of_all_kinds_give_the_same_bars(string text)
    {
        var file = await ReadAsync<CsvBars>(text);
        Assert.Equal(BarInterval.Daily, file.Interval);
        Assert.Equal([1709510400000, 1709596800000], file.Bars.Times);
        Assert.Equal([10, 10.5], file.Bars.Open);
        Assert.Equal([11.0, 12], file.Bars.High);
        Assert.Equal([9.0, 10], file.Bars.Low);
        Assert.Equal([10.5, 11], file.Bars.Close);
        Assert.Equal([100.0, 200], file.Bars.Volume);
        Assert.Equal([1.0, 1], file.Bars.TotalReturnFactor);
    }

    [Fact]
    public async Task Byte_order_marks_and_utf_16_are_understood()
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var file = Assert.IsType<CsvBars>(await CsvFiles.ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]));
            Assert.Equal(2, file.Bars.Count);
        }

        Assert.IsType<CsvBars>(await CsvFiles.ReadAsync(Encoding.Unicode.GetBytes(Good)));
    }

    [Fact]
    public async Task Adjusted_close_becomes_the_total_return_factor()
    {
        var file = await ReadAsync<CsvBars>("date,open,high,low,close,Adj Close,volume\n2024-03-04,10,11,9,10,8,100\n2024-03-05,10,12,10,11,11,200\n");
        Assert.Equal([0.8, 1.0], file.Bars.TotalReturnFactor);
        Assert.Equal([1.0, 1.0], file.Bars.SplitFactor);
    }

    [Theory]
    [InlineData("13/02/2024", "14/02/2024", 14)]
    [InlineData("02/13/2024", "02/14/2024", 14)]
    [InlineData("05/02/2024", "14/02/2024", 14)]
    public async Task The_order_of_day_and_month_is_told_by_the_whole_file(string first, string second, int day)
    {
        var file = await ReadAsync<CsvBars>($"{Header}{first},10,11,9,10.5,100\n{second},10.5,12,10,11,200\n");
        Assert.Equal(new DateTimeOffset(2024, 2, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), file.Bars.Times[1]);
    }

    [Fact]
    public async Task An_open_question_is_asked_and_its_answer_taken()
    {
        const string text = Header + "02/03/2024,10,11,9,10.5,100\n03/04/2024,10.5,12,10,11,200\n";
        var refused = await ReadAsync<CsvRefused>(text);
        Assert.Equal("date-order-unknown", Assert.Single(refused.Errors).Code);
        var file = await ReadAsync<CsvBars>(text, new CsvMapping { DateOrder = CsvDateOrder.DayFirst });
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), file.Bars.Times[0]);
    }

    [Fact]
    public async Task Times_without_a_zone_are_asked_for_and_read_by_the_clock_chosen()
    {
        const string text = "date,time,open,high,low,close,volume\n2024-03-08,09:30,10,11,9,10.5,100\n2024-03-08,09:35,10.5,12,10,11,200\n2024-03-11,09:30,10.5,12,10,11,200\n2024-03-11,09:35,10.5,12,10,11,200\n";
        Assert.Equal("time-zone-missing", Assert.Single((await ReadAsync<CsvRefused>(text)).Errors).Code);
        var file = await ReadAsync<CsvBars>(text, new CsvMapping { Clock = CsvClock.Exchange });
        Assert.Equal(BarInterval.FiveMinutes, file.Interval);
        Assert.Equal(["14:30", "14:35", "13:30", "13:35"], file.Bars.Times.Select(t => DateTimeOffset.FromUnixTimeMilliseconds(t).ToString("HH:mm", null)));
    }

    [Fact]
    public async Task Thousands_are_read_only_where_the_mapping_says_so()
    {
        const string text = "date;open;high;low;close;volume\n2024-03-04;10;11;9;10,5;1.000.000\n2024-03-05;10,5;12;10;11;200\n";
        Assert.Equal("number-unreadable", Assert.Single((await ReadAsync<CsvRefused>(text)).Errors).Code);
        Assert.Equal(1_000_000, (await ReadAsync<CsvBars>(text, new CsvMapping { ThousandsSeparator = '.' })).Bars.Volume[0]);
    }

    [Fact]
    public async Task A_file_without_header_is_refused_until_the_columns_are_chosen()
    {
        const string text = "2024-03-04,10,11,9,10.5,100\n2024-03-05,10.5,12,10,11,200\n";
        Assert.Equal("header-missing", Assert.Single((await ReadAsync<CsvRefused>(text)).Errors).Code);
        (CsvPreview? preview, _) = await CsvPreviewer.LookAsync(CsvFiles.Stream(text), "aapl.csv", CsvMapping.Automatic, CancellationToken.None);
        Assert.Equal("AAPL", preview!.ProposedSymbol);
        Assert.Equal(CsvQuestions.Columns, preview.Questions);
        Assert.Equal(2, (await ReadAsync<CsvBars>(text, preview.Proposed)).Bars.Count);
    }

    [Fact]
    public async Task One_symbol_of_several_can_be_taken()
    {
        const string text = "ticker,date,open,high,low,close,volume\nAAA,2024-03-04,10,11,9,10.5,100\nBBB,2024-03-04,20,21,19,20,100\nAAA,2024-03-05,10.5,12,10,11,200\n";
        Assert.Equal("symbols-several", Assert.Single((await ReadAsync<CsvRefused>(text, symbol: null)).Errors).Code);
        var file = await ReadAsync<CsvBars>(text, symbol: "aaa");
        Assert.Equal(2, file.Bars.Count);
        Assert.Contains(file.Findings, f => f is { Code: "other-symbols", Count: 1 });
        Assert.Equal("no-bars", Assert.Single((await ReadAsync<CsvRefused>(text, symbol: "CCC")).Errors).Code);
    }

    [Fact]
    public async Task Too_many_bars_are_refused_in_words()
    {
        var refused = Assert.IsType<CsvRefused>(await new CsvBarReader(TimeProvider.System).ReadAsync(CsvFiles.Stream(Good), new CsvReadRequest("AAA", null, CsvMapping.Automatic, 1), null, CancellationToken.None));
        Assert.Equal("Line 3: The file has more than 1 bars. Split it, or raise the setting AlphaFactory:Import:MaximumRows.", Assert.Single(refused.Errors).Message);
    }

    [Fact]
    public async Task A_hundred_errors_are_shown_and_all_are_counted()
    {
        var refused = await ReadAsync<CsvRefused>(Header + string.Concat(Enumerable.Repeat("2024-03-04,10,x,9,10.5,100\n", 250)));
        Assert.Equal(250, refused.ErrorCount);
        Assert.Equal(Enumerable.Range(2, 100).Select(i => (long)i), refused.Errors.Select(e => e.Line));
    }

    private static async Task<T> ReadAsync<T>(string text, CsvMapping? mapping = null, string? symbol = "AAA")
        where T : CsvReadOutcome
    {
        CsvReadOutcome outcome = await CsvFiles.ReadAsync(Encoding.UTF8.GetBytes(text), mapping, symbol);
        Assert.True(outcome is T, outcome is CsvRefused refused ? string.Join("\n", refused.Errors.Select(e => e.Message)) : outcome.ToString());
        return (T)outcome;
    }
}
