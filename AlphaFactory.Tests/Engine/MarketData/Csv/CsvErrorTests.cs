using System.Text;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

public sealed class CsvErrorTests
{
    [Theory]
    [InlineData("2024-03-05,10.5,12,10,11", 3, null, "fields-missing")]
    [InlineData("2024-03-05,10.5,12,10,11,1,000", 3, null, "fields-too-many")]
    [InlineData("2024-03-05,1O.5,12,10,11,200", 3, "Open", "number-unreadable")]
    [InlineData("2024-03-05,10.5,NaN,10,11,200", 3, "High", "number-unreadable")]
    [InlineData("2024-03-05,10.5,Infinity,10,11,200", 3, "High", "number-unreadable")]
    [InlineData("2024-03-05,10.5,12,10,null,200", 3, "Close", "number-unreadable")]
    [InlineData("2024-03-05,10.5,12,,11,200", 3, "Low", "number-missing")]
    [InlineData("2024-03-05,-10.5,12,10,11,200", 3, "Open", "price-range")]
    [InlineData("2024-03-05,10.5,12,0,11,200", 3, "Low", "price-range")]
    [InlineData("2024-03-05,10.5,1e300,10,11,200", 3, "High", "price-range")]
    [InlineData("2024-03-05,10.5,12,10,11,-1", 3, "Volume", "volume-range")]
    [InlineData("2024-03-05,10.5,10,12,11,200", 3, "High", "high-below-low")]
    [InlineData("2024-03-05,10.5,10.9,10,11,200", 3, "High", "high-too-low")]
    [InlineData("2024-03-05,10.5,12,10.6,11,200", 3, "Low", "low-too-high")]
    [InlineData("2024-03-04,10.5,12,10,11,200", 3, "Date", "time-twice")]
    [InlineData("2024-02-30,10.5,12,10,11,200", 3, "Date", "time-impossible")]
    [InlineData("2124-03-05,10.5,12,10,11,200", 3, "Date", "time-in-future")]
    [InlineData("1224-03-05,10.5,12,10,11,200", 3, "Date", "time-too-early")]
    [InlineData("yesterday,10.5,12,10,11,200", 3, "Date", "time-unreadable")]
    [InlineData(",10.5,12,10,11,200", 3, "Date", "time-missing")]
    [InlineData("05.03.2024,10.5,12,10,11,200", 3, "Date", "time-form-changes")]
    [InlineData("\"2024-03-05,10.5,12,10,11,200", 3, null, "fields-missing")]
    [InlineData("2024-03-05,10.5,12,10,11,\"200", 3, null, "quote-misplaced")]
    [InlineData("2024-03-05,10.5,12,10,11,=1+1", 3, "Volume", "number-unreadable")]
    public async Task A_bad_line_names_line_column_rule_and_remedy(string line, long number, string? column, string code)
    {
        CsvError error = await SingleAsync($"Date,Open,High,Low,Close,Volume\n2024-03-04,10,11,9,10.5,100\n{line}\n");
        Assert.Equal((number, column, code), (error.Line, error.Column, error.Code));
        Assert.NotEmpty(error.Rule);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("\n\n \n", "file-empty")]
    [InlineData("Date,Open,High,Low,Close,Volume\n", "no-bars")]
    [InlineData("Date|Open|High|Low|Close|Volume\n2024-03-04|10|11|9|10.5|100\n", "delimiter-unknown")]
    [InlineData("When,First,Top,Bottom,Last,Shares\n2024-03-04,10,11,9,10.5,100\n", "column-missing")]
    [InlineData("Date,Open,High,Low,Close,Close,Volume\n2024-03-04,10,11,9,10.5,10.5,100\n", "header-duplicate")]
    [InlineData("PK\u0003\u0004\u0014", "file-packed")]
    [InlineData("\u0001\u0002\0\u0003Open,High\u0004", "file-binary")]
    public async Task A_file_that_is_no_price_file_says_what_it_lacks(string text, string code) => Assert.Equal(code, (await SingleAsync(text)).Code);

    [Fact]
    public async Task Giant_lines_are_refused_without_reading_them_whole() =>
        Assert.Equal("line-too-long", (await SingleAsync($"Date,Open,High,Low,Close,Volume\n2024-03-04,10,11,9,10.5,100\n2024-03-05,{new string('1', 500_000)},11,9,10.5,100\n")).Code);

    [Fact]
    public async Task Blank_lines_and_line_ends_of_any_kind_do_not_shift_the_line_number()
    {
        CsvError error = await SingleAsync("Date,Open,High,Low,Close,Volume\r\n\r\n2024-03-04,10,11,9,10.5,100\r\n\r\n\r\n2024-03-05,10.5,12,10,11,x\r\n");
        Assert.Equal(6, error.Line);
        Assert.Equal("Line 6, column Volume, value \"x\": This is not a finite number. Write plain digits with . before the fraction, as in 101.25; no currency signs or separators of thousands.", error.Message);
    }

    [Fact]
    public async Task Hostile_values_are_shortened_and_cleaned_in_messages()
    {
        CsvError error = await SingleAsync($"Date,Open,High,Low,Close,Volume\n2024-03-04,10,11,9,10.5,\u001b[31m{new string('x', 300)}\n");
        Assert.Equal(41, error.Value!.Length);
        Assert.DoesNotContain('\u001b', error.Message);
    }

    [Fact]
    public async Task A_bad_symbol_is_refused()
    {
        var refused = Assert.IsType<CsvRefused>(await CsvFiles.ReadAsync(Encoding.UTF8.GetBytes("Date,Open,High,Low,Close,Volume\n2024-03-04,10,11,9,10.5,100\n"), symbol: "../../etc"));
        Assert.Equal("symbol-invalid", Assert.Single(refused.Errors).Code);
    }

    private static async Task<CsvError> SingleAsync(string text) =>
        Assert.Single(Assert.IsType<CsvRefused>(await CsvFiles.ReadAsync(Encoding.UTF8.GetBytes(text))).Errors);
}
