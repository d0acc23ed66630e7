using System.Diagnostics;
using System.Globalization;
using System.Text;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

public sealed class CsvSpeedTests
{
    [Theory]
    [InlineData("daily dates")]
    [InlineData("instants")]
    public async Task Half_a_million_rows_are_read_in_seconds(string kind)
    {
        var text = new StringBuilder(CsvFiles.Header + "\n");
        var time = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
        bool instants = kind == "instants";
        for (int i = 0; i < 500_000; i++)
        {
            DateTimeOffset at = instants ? time.AddMinutes(5 * i) : time.AddDays(i % 45_000);
            text.Append(CultureInfo.InvariantCulture, $"{(instants ? at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))},{100 + (i % 7)}.25,{110 + (i % 7)}.5,{90 + (i % 7)}.125,{101 + (i % 7)}.75,{i * 10}\n");
        }

        byte[] file = Encoding.UTF8.GetBytes(text.ToString());
        var watch = Stopwatch.StartNew();
        CsvReadOutcome outcome = await CsvFiles.ReadAsync(file);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: 500,000 rows, {file.Length / 1e6:F0} MB in {watch.Elapsed.TotalSeconds:F2} s");

        if (instants)
        {
            Assert.Equal(500_000, Assert.IsType<CsvBars>(outcome).Bars.Count);
        }
        else
        {
            Assert.Equal(11, Assert.IsType<CsvRefused>(outcome).ErrorCount); // the days start again eleven times
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 180); // far above what an idle machine needs, so that only a change of method fails
    }
}
