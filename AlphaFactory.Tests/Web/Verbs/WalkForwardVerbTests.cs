using System.Text.Json;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Tests.Web.Verbs;

public sealed class WalkForwardVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;

    [Fact]
    public async Task It_prints_windows_efficiency_and_stitched_metrics()
    {
        var (code, output, error) = await RunAsync("--train", "120", "--test", "40", "--purge", "2", "--json");
        Assert.True(code == 0, error);
        var json = JsonDocument.Parse(output).RootElement;
        var windows = json.GetProperty("windows");
        Assert.Equal(4, windows.GetArrayLength());
        Assert.Equal((122, 40), (windows[0].GetProperty("test_bar").GetInt32(), windows[0].GetProperty("test_bars").GetInt32()));
        Assert.True(windows[0].GetProperty("plateau").GetProperty("in_sample").GetProperty("parameters").TryGetProperty("fast", out _));
        Assert.True(windows[0].GetProperty("plateau").GetProperty("out_of_sample").TryGetProperty("sharpe", out _));
        Assert.True(json.TryGetProperty("efficiency", out _));
        Assert.Equal(160, json.GetProperty("stitched").GetProperty("plateau").GetProperty("equity").GetArrayLength());
        Assert.True(json.GetProperty("stitched").GetProperty("default").GetProperty("metrics").TryGetProperty("sharpe", out _));
    }

    [Fact]
    public async Task Without_lengths_it_trains_on_70_per_cent_and_says_whether_it_helped()
    {
        var (code, output, error) = await RunAsync();
        Assert.True(code == 0, error);
        Assert.Contains("1 windows", output, StringComparison.Ordinal);
        Assert.Matches("Optimising did not help|did better than the default|no Sharpe ratio to compare", output);
    }

    [Fact]
    public async Task A_period_too_short_is_said_and_ends_with_code_2()
    {
        var (code, _, error) = await RunAsync("--train", "500");
        Assert.Equal(2, code);
        Assert.Contains("The period has 300 bars, but one window takes 625", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(["walk-forward", "--csv", csv, "--strategy", "sma-crossover", "--range", "fast=3..9:2", "--range", "slow=12..24:4", .. arguments], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
