using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Runs;

/// <summary>Sizing and risk in a run file: written and read without loss, and refused with what was meant.</summary>
public sealed class RunRulesYamlTests
{
    private const string Head = "strategy: sma-crossover\nsymbol: AAPL\n";
    private static readonly RunSpecValidator s_validator = new(StrategyRegistry.Shipped());

    [Fact]
    public void A_run_without_rules_writes_neither_section()
    {
        string text = RunSpecYaml.Write(s_validator.Resolve(RunSpecYaml.Read(Head)));
        Assert.DoesNotContain("sizing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("risk", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_are_read_and_every_parameter_is_written_out()
    {
        var spec = RunSpecYaml.Read(Head + """
            sizing:
              volatility-target:
                target_pct: 20
            risk:
              position-size:
                limit_pct: 50
              drawdown-breaker:
            """);
        Assert.Equal("volatility-target", spec.Sizing!.Rule);
        Assert.Equal(["drawdown-breaker", "position-size"], spec.Risk.Select(choice => choice.Rule));
        string text = RunSpecYaml.Write(spec);
        Assert.Contains("sizing:\n  volatility-target:\n    target_pct: 20\n    period: 20\n", text, StringComparison.Ordinal);
        Assert.Contains("risk:\n  drawdown-breaker:\n    limit_pct: 15\n    flatten: true\n    reopen_days: 0\n  position-size:\n    limit_pct: 50\n", text, StringComparison.Ordinal);
        Assert.Equal(text, RunSpecYaml.Write(RunSpecYaml.Read(text)));
        Assert.Equal(text, RunSpecYaml.Write(s_validator.Resolve(spec)).Replace(Parameters, "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_set_by_name_is_all_its_rules()
    {
        var spec = RunSpecYaml.Read(Head + "sizing: kelly\nrisk: mission\n");
        Assert.Equal(RiskPreset.Mission.Rules, spec.Risk.Select(choice => choice.Rule));
        Assert.Equal("kelly", spec.Sizing!.Rule);
        Assert.Empty(s_validator.Faults(spec));
        Assert.Empty(RunSpecYaml.Read(Head + "risk: none\n").Risk);
    }

    [Fact]
    public void JSON_is_read_by_the_same_reader() =>
        Assert.Equal("3", RunSpecYaml.Read("""{"strategy":"sma-crossover","symbol":"AAPL","risk":{"position-size":{"limit_pct":3}}}""").Risk[0].Parameters["limit_pct"]);

    [Theory]
    [InlineData("sizing: volatility-taget\n", "Did you mean \"volatility-target\"?")]
    [InlineData("sizing:\n  kelly:\n    fracton_pct: 20\n", "\"sizing.fracton_pct\" is not a parameter. Did you mean \"fraction_pct\"?")]
    [InlineData("sizing:\n  atr-target:\n    target_pct: 90\n", "sizing.target_pct is \"90\" but must be a number from 0.01 to 50")]
    [InlineData("risk: misson\n", "There is no risk rule \"misson\".")]
    [InlineData("risk:\n  positon-size:\n    limit_pct: 5\n", "Did you mean \"position-size\"?")]
    [InlineData("risk:\n  position-size:\n    limit: 5\n", "\"risk.position-size.limit\" is not a parameter. Did you mean \"limit_pct\"?")]
    [InlineData("sizing: fixed-risk\n", "sizing is fixed-risk, which needs a stop")]
    public void What_cannot_be_run_is_refused_with_what_was_meant(string section, string expected) =>
        Assert.Contains(s_validator.Faults(RunSpecYaml.Read(Head + section)), fault => fault.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("sizing: [1, 2]\n", "sizing must hold one line per rule")]
    [InlineData("sizing:\n  kelly:\n  atr-target:\n", "sizing has 2 rules but must have one")]
    [InlineData("risk:\n  position-size: 5\n", "risk: position-size must hold one line per parameter.")]
    [InlineData("risk:\n  limit_pct: 5\n", "\"limit_pct\" is no rule of it.")]
    [InlineData("rsik: mission\n", "Did you mean \"risk\"?")]
    public void What_is_no_section_is_refused(string section, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => RunSpecYaml.Read(Head + section)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_file_holds_the_section_alone_or_under_its_key()
    {
        Assert.Equal("leverage", Assert.Single(RunRulesYaml.ReadRiskFile("leverage:\n  limit: 0.5\n")).Rule);
        Assert.Equal("leverage", Assert.Single(RunRulesYaml.ReadRiskFile("risk:\n  leverage:\n    limit: 0.5\n")).Rule);
        Assert.Contains("Did you mean \"leverage\"?", Assert.Throws<RunSpecException>(() => RunRulesYaml.ReadRiskFile("levrage:\n")).Message, StringComparison.Ordinal);
        Assert.Contains("stands beside risk", Assert.Throws<RunSpecException>(() => RunRulesYaml.ReadRiskFile("risk: mission\nsymbol: A\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_choice_of_rules_and_values_goes_through_text_and_back()
    {
        var cases = from sizing in Gen.Elements(SizingRegistry.Shipped().All.Where(entry => !entry.About.NeedsStop && entry.Id != "fixed-fraction").ToArray())
                    from rules in Gen.SubListOf(RiskRegistry.Shipped().OfRuns)
                    from percent in Gen.Choose(101, 4_999).Select(hundredths => (hundredths / 100.0).ToString(System.Globalization.CultureInfo.InvariantCulture))
                    select (sizing, rules, percent);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var spec = RunSpecYaml.Read(Head) with
            {
                Sizing = new RuleChoice(input.sizing.Id),
                Risk = [.. input.rules.Select(entry => entry.Parameters.Definitions[0].Name.EndsWith("_pct", StringComparison.Ordinal) ? new RuleChoice(entry.Id).With(entry.Parameters.Definitions[0].Name, input.percent) : new RuleChoice(entry.Id))],
            };
            var resolved = s_validator.Resolve(spec);
            string text = RunSpecYaml.Write(resolved);
            Assert.Equal(text, RunSpecYaml.Write(RunSpecYaml.Read(text)));
            Assert.Equal(text, RunSpecYaml.Write(s_validator.Resolve(RunSpecYaml.Read(text))));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_241_128, 41));
    }

    // What resolving spells out of the strategy.
    private const string Parameters = "set:\n  entry: cross\n  fast: 20\n  slow: 50\n";
}
