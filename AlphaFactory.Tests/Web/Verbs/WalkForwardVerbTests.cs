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
        Assert.Contains("1 window, ", output, StringComparison.Ordinal);
        Assert.Matches("Optimising did not help|did better than the default|no Sharpe ratio to compare", output);
    }

    [Fact]
    public async Task A_period_too_short_is_said_and_ends_with_code_2()
    {
        var (code, _, error) = await RunAsync("--train", "500");
        Assert.Equal(2, code);
        Assert.Contains("The period has 300 bars, but one window takes 625", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task K_fold_prints_splits_the_spread_and_how_often_each_set_was_chosen()
    {
        var (code, output, error) = await RunAsync("--scheme", "kfold", "--folds", "5", "--purge", "2", "--embargo", "3", "--json");
        Assert.True(code == 0, error);
        var json = JsonDocument.Parse(output).RootElement;
        var splits = json.GetProperty("splits");
        Assert.Equal(("kfold", 5, 300), (json.GetProperty("scheme").GetString(), splits.GetArrayLength(), json.GetProperty("days").GetInt32()));
        var second = splits[1];
        Assert.Equal((60, 60), (second.GetProperty("test")[0].GetProperty("first").GetInt32(), second.GetProperty("test")[0].GetProperty("days").GetInt32()));
        Assert.Equal([58, 175], second.GetProperty("train").EnumerateArray().Select(stretch => stretch.GetProperty("days").GetInt32()));
        Assert.True(second.GetProperty("parameters").TryGetProperty("fast", out _));
        Assert.True(second.GetProperty("train_sharpe").GetDouble() > 0);
        Assert.Equal(5, json.GetProperty("chosen").EnumerateArray().Sum(set => set.GetProperty("splits").GetInt32()));
        Assert.Equal(splits.EnumerateArray().Average(split => split.GetProperty("test_sharpe").GetDouble()), json.GetProperty("out_of_sample").GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal(1, json.GetProperty("paths").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Combinatorial_splits_are_printed_with_their_paths()
    {
        var (code, output, error) = await RunAsync("--scheme", "combinatorial", "--folds", "6", "--test-folds", "2", "--embargo", "5");
        Assert.True(code == 0, error);
        Assert.Contains("15 splits of 300 trading days: 2 of 6 folds tested, purge 0, embargo 5; 16 sets", output, StringComparison.Ordinal);
        Assert.Contains("5 paths through all folds", output, StringComparison.Ordinal);
        Assert.Contains("Out of sample, Sharpe ratio over 15 of 15 splits", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scheme is \"kfolds\" but must be rolling, anchored, kfold or combinatorial. Did you mean \"kfold\"?", "--scheme", "kfolds")]
    [InlineData("--train does not belong to --scheme kfold. Leave it out, or take rolling or anchored.", "--scheme", "kfold", "--train", "100")]
    [InlineData("--test-folds does not belong to --scheme kfold. Leave it out, or take combinatorial.", "--scheme", "kfold", "--test-folds", "2")]
    [InlineData("--folds does not belong to --scheme rolling. Leave it out, or take kfold or combinatorial.", "--folds", "5")]
    [InlineData("--anchored does not belong to --scheme rolling", "--scheme", "rolling", "--anchored")]
    [InlineData("folds is 500 but must be 2 to 150", "--scheme", "kfold", "--folds", "500")]
    public async Task A_scheme_that_cannot_be_is_said_and_ends_with_code_2(string expected, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheme_anchored_is_the_switch_anchored()
    {
        string[] lengths = ["--train", "120", "--test", "40", "--json"];
        var (code, output, error) = await RunAsync(["--scheme", "anchored", .. lengths]);
        Assert.True(code == 0, error);
        var (_, other, _) = await RunAsync(["--anchored", .. lengths]);
        Assert.True(JsonDocument.Parse(output).RootElement.GetProperty("anchored").GetBoolean());
        Assert.Equal(JsonDocument.Parse(other).RootElement.GetProperty("windows").ToString(), JsonDocument.Parse(output).RootElement.GetProperty("windows").ToString());
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
