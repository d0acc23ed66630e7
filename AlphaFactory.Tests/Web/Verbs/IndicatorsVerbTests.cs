using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Tests.Core.Indicators;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Tests.Web.Verbs;

public sealed class IndicatorsVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-indicators-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_holds_every_column_of_the_oracle_with_every_digit()
    {
        string path = Path.Join(_folder, "out.csv");
        var run = await RunAsync("indicators", "--csv", ReferenceFile.PathOf("synth_a.csv"), "--columns", "all", "--out", path);
        Assert.Equal((0, ""), (run.Code, run.Output));
        string[][] rows = [.. (await File.ReadAllLinesAsync(path)).Select(line => line.Split(','))];
        Assert.Equal("date", rows[0][0]);
        Assert.Empty(OracleFiles.Columns.Except(rows[0]));
        var plan = new IndicatorPlan(rows[0][1..]);
        var table = plan.Compute(TestBars.Synthetic());
        for (int column = 0; column < plan.Columns.Count; column++)
        {
            double[] written = [.. rows[1..].Select(row => row[column + 1] is { Length: > 0 } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : double.NaN)];
            Assert.True(table[column].SequenceEqual(written), rows[0][column + 1]);
        }
    }

    [Fact]
    public async Task Chosen_columns_come_in_the_order_asked_for()
    {
        var run = await RunAsync("indicators", "--csv", ReferenceFile.PathOf("synth_a.csv"), "--columns", "rsi_9,sma_3");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("date,rsi_9,sma_3", lines[0]);
        Assert.Equal("2018-01-02,,", lines[1]);
        Assert.Equal(1261, lines.Length);
    }

    [Fact]
    public async Task A_wrong_column_is_wrong_use()
    {
        var run = await RunAsync("indicators", "--csv", ReferenceFile.PathOf("synth_a.csv"), "--columns", "smaa_20");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("Did you mean \"sma_20\"?", run.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
