using System.Text.Json;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Tests.Web.Verbs;

public sealed class SweepVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;

    [Fact]
    public async Task It_prints_the_outcome_and_writes_one_row_for_each_set()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv")), rows = Path.Join(_folder, "rows.csv");
        var (code, output, error) = await RunAsync("sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=5..9", "--range", "slow=8..20:4", "--where", "fast < slow", "--out", rows, "--json", "--threads", "2");
        Assert.True(code == 0, error);
        var json = JsonDocument.Parse(output).RootElement;
        string[] lines = await File.ReadAllLinesAsync(rows, TestContext.Current.CancellationToken);
        Assert.Equal(18, json.GetProperty("sets").GetInt64());
        Assert.Equal(19, lines.Length);
        Assert.StartsWith("fast,slow,total_return,sharpe,max_drawdown,trades,", lines[0], StringComparison.Ordinal);
        Assert.Equal("kernel", json.GetProperty("engine").GetString());
        Assert.True(json.GetProperty("sets_per_second").GetDouble() > 0 && json.GetProperty("bar_evaluations_per_second").GetDouble() > 0 && json.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal(20, json.GetProperty("default").GetProperty("parameters").GetProperty("fast").GetInt32());
        foreach (string row in (string[])["best", "plateau", "default", "buy_and_hold"])
        {
            Assert.True(json.GetProperty(row).TryGetProperty("sharpe", out _), row);
        }

        var best = json.GetProperty("best");
        string line = lines.Single(one => one.StartsWith($"{best.GetProperty("parameters").GetProperty("fast")},{best.GetProperty("parameters").GetProperty("slow")},", StringComparison.Ordinal));
        Assert.Equal(best.GetProperty("sharpe").GetRawText(), line.Split(',')[3]);
    }

    [Theory]
    [InlineData("--range", "fast=9..5", "must rise")]
    [InlineData("--range", "fasst=5..9", "Did you mean \"fast\"?")]
    [InlineData("--method", "gird", "Did you mean \"grid\"?")]
    [InlineData("--objective", "sharp", "Did you mean \"sharpe\"?")]
    [InlineData("--threads", "0", "must be 1 or more")]
    [InlineData("--where", "fast > 1000", "where is \"fast > 1000\", but no combination of the ranges meets it")]
    [InlineData("--where", "1/0", "Change the condition or take other ranges")]
    [InlineData("--budget", "3", "budget is 3, but the method grid tries every set and has none")]
    [InlineData("--objective", "sharpe - alpha", "alpha needs a benchmark")]
    [InlineData("--range", "fast=5...10", "The range \"fast=5...10\"")]
    [InlineData("--ranges", "smas", "There are no ranges \"smas\"")]
    public async Task Wrong_use_is_said_and_ends_with_code_2(string option, string value, string expected)
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        var (code, output, error) = await RunAsync("sweep", "--csv", csv, "--strategy", "sma-crossover", option, value);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_it_prints_the_recommendation_beside_best_default_and_holding()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        var (code, output, error) = await RunAsync("sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=5..9", "slow=12..30:2", "stop_pct=none,5", "--method", "tpe", "--budget", "30", "--seed", "7");
        Assert.True(code == 0, error);
        foreach (string row in (string[])["recommended (plateau)", "single best", "default", "buy and hold", "Deflated Sharpe", "Recommended is the plateau, "])
        {
            Assert.Contains(row, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_so_when_the_default_is_better_than_what_it_recommends()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        var (code, output, error) = await RunAsync("sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=5..7", "slow=8..10", "--objective", "-trades");
        Assert.True(code == 0, error);
        Assert.Matches("Recommended is the plateau, .*, but the default has .* without any choosing: keep it", output);
    }

    [Fact]
    public async Task A_single_set_is_written_as_one_and_its_rate_is_not_nought()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        var (code, output, error) = await RunAsync("sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=5", "slow=20", "--threads", "1");
        Assert.True(code == 0, error);
        Assert.StartsWith("1 set of 300 bars in ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 M ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("1 tries", output, StringComparison.Ordinal);
        Assert.Contains("after 1 try", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objective_that_divides_by_nothing_is_told_and_one_that_seldom_has_a_value_is_taken()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] sweep = ["sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=5,10", "slow=20,40", "--json", "--objective"];
        var never = JsonDocument.Parse((await RunAsync([.. sweep, "sharpe/0"])).Output).RootElement;
        Assert.Equal(JsonValueKind.Null, never.GetProperty("best").ValueKind);
        Assert.EndsWith("or it divides by 0", never.GetProperty("best_reason").GetString(), StringComparison.Ordinal);
        int trades = JsonDocument.Parse((await RunAsync([.. sweep, "sharpe"])).Output).RootElement.GetProperty("best").GetProperty("trades").GetInt32();
        var seldom = JsonDocument.Parse((await RunAsync([.. sweep, $"sharpe / (trades > {trades - 1} and trades < {trades + 1})"])).Output).RootElement;
        Assert.Equal(trades, seldom.GetProperty("best").GetProperty("trades").GetInt32());
    }

    [Fact]
    public async Task Where_no_set_has_an_objective_it_says_why()
    {
        // Averages longer than the file: nothing ever trades.
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] sweep = ["sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=290,295", "slow=400,410"];
        var (code, output, error) = await RunAsync([.. sweep, "--json"]);
        Assert.True(code == 0, error);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(JsonValueKind.Null, json.GetProperty("best").ValueKind);
        Assert.Equal("none of the 4 sets has a defined objective \"sharpe\": most likely no set trades, a figure in it is undefined, or it divides by 0", json.GetProperty("best_reason").GetString());
        Assert.Contains("Nothing is recommended: none of the 4 sets", (await RunAsync(sweep)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_the_best_tenth_lies()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] sweep = ["sweep", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=3..9", "slow=12..30:2"];
        var clusters = JsonDocument.Parse((await RunAsync([.. sweep, "--json"])).Output).RootElement.GetProperty("clusters");
        Assert.InRange(clusters.GetProperty("sets").GetInt32(), 7, 70);
        Assert.True(clusters.GetProperty("largest")[0].GetProperty("median_objective").GetDouble() >= clusters.GetProperty("least_objective").GetDouble());
        Assert.Contains("The best tenth of the sets, ", (await RunAsync(sweep)).Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
