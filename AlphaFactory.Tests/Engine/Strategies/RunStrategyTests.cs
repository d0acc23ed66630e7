using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Strategies;

/// <summary>A run made of rules is checked, pinned and repeated like any other.</summary>
public sealed class RunStrategyTests
{
    private const string Rules = "buy when sma(5) crosses above sma($slow=20)\nsell when sma(5) crosses below sma($slow)";

    private static readonly StrategyRegistry s_registry = StrategyRegistry.Shipped();
    private static readonly RunSpecValidator s_validator = new(s_registry);

    [Fact]
    public void Rules_run_without_a_store_and_trade_like_the_same_idea_in_code()
    {
        var bars = TestBars.Random(4, 500);
        var ruled = TestRuns.Run(TestRuns.Crossover with { Strategy = "rules", Rules = Rules }, bars);
        var coded = TestRuns.Run(TestRuns.Crossover with { Parameters = new Dictionary<string, string> { ["fast"] = "5", ["slow"] = "20" } }, bars);
        Assert.NotEmpty(coded.Trades);
        Assert.Equal(coded.Trades, ruled.Trades);
        Assert.Equal(coded.Equity, ruled.Equity);
        Assert.NotEqual(coded.Fingerprint, ruled.Fingerprint);
        Assert.Equal("20", ruled.Spec.Parameters["slow"]);
    }

    [Fact]
    public void A_pinned_run_says_the_same_as_a_file_and_as_itself()
    {
        var spec = s_validator.Resolve(Read($"rules: \"{Rules.Replace("\n", " ", StringComparison.Ordinal)} with stop_pct 5 with size_pct 40\"\nsymbol: X\nsize_pct: 60\nset:\n  slow: 30\n"));
        Assert.Equal(("rules", Rules, 0.6, 0.05), (spec.Strategy, spec.Rules, spec.SizeFraction, spec.Exits.StopFraction));
        string file = RunSpecYaml.Write(spec);
        Assert.Contains("rules: |", file, StringComparison.Ordinal);
        Assert.Equal(file, RunSpecYaml.Write(s_validator.Resolve(Read(file))));
        Assert.Equal(file, RunSpecYaml.Write(s_validator.Resolve(spec)));
    }

    [Fact]
    public void A_run_that_switches_a_stop_off_is_repeated_without_it()
    {
        var spec = s_validator.Resolve(Read("rules: buy when close > open with stop_pct 5\nsymbol: X\nstop_pct: none\n"));
        Assert.Null(spec.Exits.StopFraction);
        Assert.Null(s_validator.Resolve(Read(RunSpecYaml.Write(spec))).Exits.StopFraction);
    }

    [Fact]
    public void Spelling_does_not_change_the_fingerprint_and_other_rules_do()
    {
        var bars = TestBars.Random(4, 300);
        string Print(string rules) => TestRuns.Run(TestRuns.Crossover with { Strategy = "rules", Rules = rules }, bars).Fingerprint;
        Assert.Equal(Print("buy when close > sma(20)"), Print("BUY  when close>sma_20"));
        Assert.NotEqual(Print("buy when close > sma(20)"), Print("buy when close > sma(21)"));
    }

    [Theory]
    [InlineData("sma-crossover", "buy when close > open", "which has none")]
    [InlineData("rules", "buy when close > opn", "rules, line 1, column 18")]
    [InlineData("rules", null, "There is no strategy \"rules\"")]
    [InlineData("rules", "buy when close > open with capital 5", "is no setting of stops, targets or size")]
    [InlineData("rules", "buy when close > open with stop_pct -5", "stop_pct is -5 but must be")]
    public void What_cannot_be_run_is_said(string strategy, string? rules, string words) =>
        Assert.Contains(words, Assert.Single(s_validator.Faults(new RunSpec { Strategy = strategy, Rules = rules, Symbol = "X" })), StringComparison.Ordinal);

    [Fact]
    public void Every_setting_of_rules_is_a_key_of_a_run_file() =>
        Assert.All(RunRules.Keys, key => Assert.Contains(RunSpecField.All, field => field.Key == key));

    [Fact]
    public void The_fault_of_a_setting_points_at_it()
    {
        const string Text = "buy when close > open\nwith stop_pct 500";
        var fault = Assert.IsType<AlphaFactory.Core.Rules.RulesRefused>(RunRules.Read(Text)).Fault;
        Assert.Equal((2, 6), fault.PlaceIn(Text));
    }

    [Theory]
    [InlineData("Dip buyer", "dip-buyer")]
    [InlineData("  RSI(14) & trend!  ", "rsi-14-trend")]
    [InlineData("50 days", "days")]
    [InlineData("Überflieger", "berflieger")]
    [InlineData("123", "")]
    public void An_id_is_made_of_the_letters_of_a_name(string name, string id) => Assert.Equal(id, StrategyName.IdOf(name));

    private static RunSpec Read(string yaml) => RunSpecYaml.Read(yaml);
}
