using System.Text.Json;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Verbs;

/// <summary>Rules on the command line: as text, as a file, saved.</summary>
public sealed class RulesVerbTests : IDisposable
{
    private const string Rules = "buy when sma(5) crosses above sma(20) sell when sma(5) crosses below sma(20)";

    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-rules-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Text_file_and_saved_strategy_trade_the_same_and_like_the_code()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv")), file = Path.Join(_folder, "mine.rules");
        await File.WriteAllTextAsync(file, Rules.Replace(" sell", "\nsell", StringComparison.Ordinal));
        string[] start = ["backtest", "--csv", csv, "--json"];
        var text = await RunAsync([.. start, "--rules", Rules]);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.db"));
        var read = await RunAsync([.. start, "--rules", file]);
        var coded = await RunAsync([.. start, "--strategy", "sma-crossover", "--set", "fast=5", "slow=20"]);
        await SaveAsync("Cross", Rules);
        var saved = await RunAsync([.. start, "--strategy", "cross"]);
        var pinned = await RunAsync([.. start, "--strategy", "cross@1"]);
        Assert.All([text, read, coded, saved, pinned], run => Assert.True(run.Code == 0, run.Error));
        Assert.Equal(text.Output, read.Output);
        Assert.Equal(saved.Output, pinned.Output);
        Assert.Equal(Trades(coded.Output), Trades(text.Output));
        Assert.Equal(Trades(coded.Output), Trades(saved.Output));
        Assert.NotEqual("[]", Trades(text.Output));
    }

    [Fact]
    public async Task The_size_of_the_rules_holds_unless_the_command_line_says_otherwise()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] start = ["backtest", "--csv", csv, "--json", "--rules"];
        var whole = await RunAsync([.. start, Rules]);
        var half = await RunAsync([.. start, Rules, "--size-pct", "50"]);
        Assert.NotEqual(whole.Output, half.Output);
        Assert.Equal(half.Output, (await RunAsync([.. start, Rules + " with size_pct 50"])).Output);
        Assert.Equal(whole.Output, (await RunAsync([.. start, Rules + " with size_pct 50", "--size-pct", "100"])).Output);
    }

    [Fact]
    public async Task A_faulty_text_is_wrong_use_with_its_place()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        var run = await RunAsync(["backtest", "--csv", csv, "--rules", "rsii(14) < 30"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("rules, line 1, column 1: \"rsii\" is neither", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Numbers_with_a_name_are_swept_in_text_and_saved_strategies_like_those_of_code()
    {
        const string named = "buy when sma($fast=5) crosses above sma($slow=20) sell when sma($fast) crosses below sma($slow)";
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        await SaveAsync("Named", named);
        foreach (string verb in new[] { "sweep", "walk-forward" })
        {
            string[] start = [verb, "--csv", csv, "--json", "--range", "fast=3..9:2", "slow=15..30:5"];
            var coded = await RunAsync([.. start, "--strategy", "sma-crossover"]);
            var text = await RunAsync([.. start, "--rules", named]);
            var saved = await RunAsync([.. start, "--strategy", "named@1"]);
            Assert.All([coded, text, saved], run => Assert.True(run.Code == 0, run.Error));
            Assert.Equal(Figures(coded.Output, verb), Figures(text.Output, verb));
            Assert.Equal(Figures(coded.Output, verb), Figures(saved.Output, verb));
        }
    }

    [Fact]
    public async Task A_sweep_starts_from_the_preset_it_names()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] start = ["sweep", "--csv", csv, "--json", "--strategy", "rsi-macd", "--range", "stop_pct=2,4"];
        var preset = await RunAsync([.. start, "--preset", "scalping"]);
        var own = await RunAsync(start);
        Assert.True(preset.Code == 0, preset.Error);
        Assert.NotEqual(Default(own.Output), Default(preset.Output));
        Assert.Equal(2, (await RunAsync([.. start, "--preset", "scalpng"])).Code);
        var rules = await RunAsync(["sweep", "--csv", csv, "--rules", "buy when close > sma(5)\nsell when close < sma(5)", "--range", "stop_pct=2,4", "--preset", "scalping"]);
        Assert.Equal(2, rules.Code);
        Assert.Contains("--preset is \"scalping\"", rules.Error, StringComparison.Ordinal);
    }

    private static string Default(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("default").GetProperty("parameters").ToString();
    }

    /// <summary>Best parameters and their return, of a sweep or of the first window.</summary>
    private static (string Parameters, double Return) Figures(string json, string verb)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var row = verb == "sweep" ? root.GetProperty("best") : root.GetProperty("windows")[0].GetProperty("best").GetProperty("in_sample");
        return (row.GetProperty("parameters").ToString(), Math.Round(row.GetProperty("total_return").GetDouble(), 9));
    }

    private static string Trades(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("trades").ToString();
    }

    private async Task SaveAsync(string name, string rules)
    {
        await using var services = await VerbHost.BuildWithStoreAsync(SettingsLoader.Load([("AlphaFactory:DataDirectory", _folder)]), TestContext.Current.CancellationToken);
        Assert.IsType<StrategySaved>(await services.GetRequiredService<ISavedStrategies>().SaveAsync(new SaveRequest(null, null, name, rules), "mira", TestContext.Current.CancellationToken));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync([.. arguments, "--data-directory", _folder], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
