using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AlphaFactory.Core.Registration;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Tests.Web.Verbs;

public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-verbs-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backtest_on_a_file_and_on_the_store_give_the_same_document()
    {
        string csv = WriteCsv();
        string[] settings = ["--strategy", "sma-crossover", "--set", "fast=5", "slow=20", "--commission-pct", "0.2", "--fractional"];
        var file = await RunAsync(["backtest", "--csv", csv, .. settings, "--json"]);
        await RunAsync(["import", csv]);
        var stored = await RunAsync(["backtest", "--symbol", "WAVE", .. settings, "--json"]);
        Assert.Equal((0, 0), (file.Code, stored.Code));
        Assert.Equal(file.Output, stored.Output);
        using var document = JsonDocument.Parse(file.Output);
        Assert.Equal(300, document.RootElement.GetProperty("equity").GetArrayLength());
        Assert.Equal(300, document.RootElement.GetProperty("run").GetProperty("bars").GetInt32());
        Assert.True(document.RootElement.GetProperty("trades").GetArrayLength() > 3);
    }

    [Fact]
    public async Task A_run_file_says_the_same_as_the_options()
    {
        string csv = WriteCsv(), spec = Path.Join(_folder, "run.yaml");
        await File.WriteAllTextAsync(spec, "strategy: sma-crossover\nset:\n  fast: 5\n  slow: 20\nfill: next-close\ncapital: 5000\n");
        var byFile = await RunAsync(["backtest", "--csv", csv, "--spec", spec, "--json"]);
        var byOptions = await RunAsync(["backtest", "--csv", csv, "--strategy", "sma-crossover", "--set", "fast=5", "--set", "slow=20", "--fill", "next-close", "--capital", "5000", "--json"]);
        Assert.Equal(byOptions.Output, byFile.Output);
        Assert.NotEqual("", byFile.Output);
    }

    [Fact]
    public async Task Costs_and_stops_say_the_same_as_options_and_as_a_file()
    {
        string csv = WriteCsv(), spec = Path.Join(_folder, "run.yaml"), page = Path.Join(_folder, "run.html");
        await File.WriteAllTextAsync(spec, "strategy: sma-crossover\nset:\n  fast: 5\n  slow: 20\ncommission: ib-tiered\nslippage_ticks: 2\nstop_atr: 2\ntake_profit_r: 3\nstops_from: entry-bar\nengine: event\n");
        var byFile = await RunAsync(["backtest", "--csv", csv, "--spec", spec, "--json"]);
        var byOptions = await RunAsync([
            "backtest", "--csv", csv, "--strategy", "sma-crossover", "--set", "fast=5", "slow=20", "--commission", "ib-tiered", "--slippage-ticks", "2", "--stop-atr", "2", "--take-profit-r", "3",
            "--stops-from", "entry-bar", "--engine", "event", "--json", "--html", page, "--progress"]);
        Assert.Equal((0, 0), (byFile.Code, byOptions.Code));
        Assert.Equal(byOptions.Output, byFile.Output);
        using var document = JsonDocument.Parse(byFile.Output);
        Assert.Contains(document.RootElement.GetProperty("trades").EnumerateArray(), trade => trade.GetProperty("exit_reason").GetString() == "take-profit");
        Assert.Contains("<svg", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        Assert.Contains("300 bars", byOptions.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_sizing_and_risk_are_options_a_set_or_a_file()
    {
        string csv = WriteCsv(), rules = Path.Join(_folder, "risk.yaml"), spec = Path.Join(_folder, "run.yaml");
        await File.WriteAllTextAsync(rules, "position-size:\n  limit_pct: 20\n");
        await File.WriteAllTextAsync(spec, "strategy: sma-crossover\nset:\n  fast: 5\n  slow: 20\nsizing:\n  atr-target:\n    target_pct: 2\nrisk:\n  position-size:\n    limit_pct: 20\n");
        string[] run = ["backtest", "--csv", csv, "--strategy", "sma-crossover", "--set", "fast=5", "slow=20", "--json"];
        var bySpec = await RunAsync(["backtest", "--csv", csv, "--spec", spec, "--json"]);
        var byFile = await RunAsync([.. run, "--sizing", "atr-target", "--sizing-set", "target_pct=2", "--risk", rules]);
        var byOptions = await RunAsync([.. run, "--sizing", "atr-target", "--sizing-set", "target_pct=2", "--risk", "position-size", "--risk-set", "position-size.limit_pct=20"]);
        Assert.Equal(0, bySpec.Code);
        Assert.Equal(bySpec.Output, byFile.Output);
        Assert.Equal(bySpec.Output, byOptions.Output);
        using var document = JsonDocument.Parse(bySpec.Output);
        var risk = document.RootElement.GetProperty("risk");
        Assert.Equal("position-size", risk.GetProperty("rules")[0].GetProperty("rule").GetString());
        Assert.Equal(risk.GetProperty("rules")[0].GetProperty("cut").GetInt32(), risk.GetProperty("events").GetArrayLength());
        Assert.Equal("position-limit", risk.GetProperty("events")[0].GetProperty("code").GetString());
        var mission = await RunAsync([.. run, "--risk", "mission"]);
        Assert.Equal(9, JsonDocument.Parse(mission.Output).RootElement.GetProperty("risk").GetProperty("rules").GetArrayLength());
    }

    [Theory]
    [InlineData("--commission-pct is given", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--commission", "none", "--commission-pct", "1")]
    [InlineData("--stop-pct is \"far\"", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--stop-pct", "far")]
    [InlineData("Did you mean \"volatility-target\"?", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--sizing", "volatility-taget")]
    [InlineData("Did you mean \"target_pct\"?", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--sizing", "volatility-target", "--sizing-set", "target=20")]
    [InlineData("There is no risk rule \"misson\"", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--risk", "misson")]
    [InlineData("the risk rule \"leverage\" is not on", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--risk-set", "leverage.limit=1")]
    [InlineData("There is no run file", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--risk", "nowhere.yaml")]
    [InlineData("Unrecognized command or argument", "bactest")]
    [InlineData("--strategy is missing", "backtest", "--csv", "{csv}")]
    [InlineData("Did you mean \"sma-crossover\"?", "backtest", "--csv", "{csv}", "--strategy", "sma-crosover")]
    [InlineData("but must be one of next-open", "backtest", "--csv", "{csv}", "--strategy", "buy-and-hold", "--fill", "yesterday")]
    [InlineData("--set is \"fast\"", "backtest", "--csv", "{csv}", "--strategy", "sma-crossover", "--set", "fast")]
    [InlineData("There is no file", "backtest", "--csv", "/nowhere.csv", "--strategy", "buy-and-hold")]
    [InlineData("is not a setting", "symbols", "--config", "AlphaFactory:Lgs:KeepFiles=3")]
    [InlineData("must be KEY=VALUE", "symbols", "--config", "nonsense")]
    public async Task Wrong_use_is_code_2_with_words_on_stderr_and_nothing_on_stdout(string words, params string[] arguments)
    {
        string csv = WriteCsv();
        var run = await RunAsync([.. arguments.Select(argument => argument.Replace("{csv}", csv))]);
        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Equal("", run.Output.Trim());
    }

    [Fact]
    public async Task Earnings_days_are_imported_and_a_bad_line_is_code_1()
    {
        string csv = Path.Join(_folder, "earnings.csv");
        await File.WriteAllTextAsync(csv, "symbol,date\nAAPL,2024-02-01\nAAPL,2024-05-02\n");
        var run = await RunAsync(["import", csv, "--earnings"]);
        Assert.Equal((0, "Earnings: 2 days of 1 symbol from 2024-02-01 to 2024-05-02, 0 replaced"), (run.Code, run.Output.Trim()));
        using var document = JsonDocument.Parse((await RunAsync(["import", csv, "--earnings", "--json"])).Output);
        Assert.Equal((2, 2, "2024-05-02"), (document.RootElement.GetProperty("reports").GetInt32(), document.RootElement.GetProperty("replaced").GetInt32(), document.RootElement.GetProperty("last").GetString()));
        Assert.Equal(2, (await RunAsync(["import", csv, "--earnings", "--symbol", "AAPL"])).Code);
        await File.AppendAllTextAsync(csv, "AAPL,soon\n");
        var bad = await RunAsync(["import", csv, "--earnings"]);
        Assert.Equal(1, bad.Code);
        Assert.Contains("Line 4, column date, value \"soon\"", bad.Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_code_1_with_its_line()
    {
        string csv = Path.Join(_folder, "BAD.csv");
        await File.WriteAllTextAsync(csv, "date,open,high,low,close,volume\n2024-01-02,1,2,0.5,1.5,10\n2024-01-03,1,oops,0.5,1.5,10\n");
        var run = await RunAsync(["import", csv]);
        Assert.Equal(1, run.Code);
        Assert.Contains("Line 3", run.Error);
        using var symbols = JsonDocument.Parse((await RunAsync(["symbols", "--json"])).Output);
        Assert.Equal(0, symbols.RootElement.GetProperty("symbols").GetArrayLength());
    }

    [Theory]
    [InlineData("strategies", "--json")]
    [InlineData("symbols", "--json")]
    [InlineData("migrate", "--json")]
    [InlineData("doctor", "--json")]
    public async Task Json_is_one_document_with_snake_case_keys(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Output);
        Assert.All(document.RootElement.EnumerateObject(), property => Assert.Matches("^[a-z_]+$", property.Name));
    }

    [Fact]
    public async Task Help_is_everywhere()
    {
        foreach (var command in CommandLine.Root(typeof(CommandLine).Assembly.GetTypes()).Subcommands)
        {
            var help = await RunAsync([command.Name, "--help"], withSettings: false);
            Assert.Equal(0, help.Code);
            Assert.Contains("Usage:", help.Output);
        }
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var run = await RunAsync(["serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}", "--config", "AlphaFactory:DemoMarket=false"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("is taken by another program", Assert.Single(run.Error.Trim().Split('\n')));
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("backtest", true)]
    [InlineData("walk-forward", true)]
    [InlineData("user", false)]
    [InlineData("--help", false)]
    [InlineData("i", false)]
    [InlineData("backtset", false)]
    [InlineData("a,b", false)]
    [InlineData("", false)]
    public void A_verb_is_made_alone_and_anything_else_finds_all(string word, bool isAlone) => Assert.Equal(isAlone, CommandLine.VerbTypes([word]).Length == 1);

    [Fact]
    public void Two_verbs_of_one_name_are_refused_at_start() =>
        Assert.Contains("exists twice", Assert.Throws<RegistrationException>(() => CommandLine.Root([typeof(MigrateVerb), typeof(MigrateVerb)])).Message);

    [Fact]
    public async Task A_token_needs_a_user_and_is_printed_once()
    {
        Assert.Contains("There is no user yet", (await RunAsync(["token", "create", "notebook"])).Error);
        var settings = AlphaFactory.Web.Configuration.SettingsLoader.Load([("AlphaFactory:DataDirectory", _folder)]);
        await using (var services = await VerbHost.BuildWithStoreAsync(settings, default))
        {
            var users = (AlphaFactory.Web.Security.UserDirectory)services.GetService(typeof(AlphaFactory.Web.Security.UserDirectory))!;
            Assert.Equal([], await users.AddAsync("Mira", WebHarness.Phrase, "viewer", "test", default));
            Assert.Equal("owner", (await users.FindAsync("mira", default))!.Role);
        }

        var made = await RunAsync(["token", "create", "notebook", "--scope", "run"]);
        Assert.Equal(0, made.Code);
        Assert.Matches("^af_[A-Za-z0-9]{10}_[A-Za-z0-9]{43}\\s*$", made.Output);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(IReadOnlyList<string> arguments, bool withSettings = true)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(withSettings ? [.. arguments, "--data-directory", _folder] : arguments, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private string WriteCsv() => PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
}
