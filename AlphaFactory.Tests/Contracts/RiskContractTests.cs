using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Core.Sizing.Weights;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered risk and sizing rule must keep; a new one is tested by existing.</summary>
public sealed class RiskContractTests
{
    public static TheoryData<string> Rules => [.. RiskRegistry.Shipped().All.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_answers_only_with_codes_it_declares_and_never_cuts_to_more(string id)
    {
        var entry = RiskRegistry.Shipped().Find(id)!;
        var codes = entry.Rule.Codes.Select(code => code.Id).ToHashSet();
        double[] numbers = [double.NaN, 0, 1, 90_000, 100_000];
        foreach (double equity in numbers)
        {
            foreach (double start in numbers)
            {
                foreach (double quantity in (double[])[1, 100, 5_000])
                {
                    Holding[] holdings = [new("A", 300, 80, 100), new("B", -20, 100, 90) { Sector = "X", Correlation = 0.9 }];
                    var facts = new RiskFacts { Equity = equity, Cash = equity, DayStartEquity = start, WeekStartEquity = start, PeakEquity = start, Holdings = holdings };
                    var order = new RiskOrder("A", 1, quantity, 100) { Stop = start };
                    foreach (var answer in (RiskAnswer[])[entry.Rule.Judge(facts, entry.Parameters.Defaults()), entry.Rule.Judge(facts with { Order = order }, entry.Parameters.Defaults())])
                    {
                        Assert.True(Code(answer) is not { } code || codes.Contains(code), $"{id} answered {answer}");
                        Assert.True(answer is not RiskAnswer.CutTo cut || (cut.Quantity > 0 && cut.Quantity < quantity), $"{id} answered {answer}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_says_what_it_does_and_where_it_ends(string id)
    {
        var entry = RiskRegistry.Shipped().Find(id)!;
        Assert.Matches("^[a-z][a-z0-9-]*$", id);
        Assert.EndsWith(".", entry.About.Says, StringComparison.Ordinal);
        Assert.EndsWith(".", entry.About.Limits, StringComparison.Ordinal);
        Assert.NotEqual(RiskMoments.None, entry.About.Moments);
        Assert.All(entry.Parameters.Definitions, definition => Assert.NotEmpty(definition.Help));
        Assert.NotEmpty(entry.Rule.Codes);
        Assert.All(entry.Rule.Codes, code => Assert.Matches("^[a-z][a-z-]*$", code.Id));
    }

    [Fact]
    public void A_code_belongs_to_one_rule_alone() =>
        Assert.Empty(RiskRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes)
            .Concat(SizingRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes)).Concat(RiskTable.Codes)
            .GroupBy(code => code.Id).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void A_code_that_two_rules_give_stops_the_start() =>
        Assert.Contains("\"leverage\"", Assert.Throws<RegistrationException>(() => new RiskRegistry([typeof(Leverage), typeof(SecondLeverage)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_preset_names_rules_there_are() =>
        Assert.All(RiskPreset.All.SelectMany(preset => preset.Rules), rule => Assert.NotNull(RiskRegistry.Shipped().Find(rule)));

    [Fact]
    public void The_mission_preset_has_the_limits_of_the_mission()
    {
        string[] limits = [.. RiskPreset.Mission.Rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).SelectMany(entry => entry.Parameters.Definitions.Select(definition => $"{entry.Id} {definition.Name} {definition.Default}"))];
        Assert.Equal(
        [
            "cash-reserve reserve_pct 10", "correlated-positions most 5", "correlated-positions threshold 0.7", "day-loss limit_pct 2", "day-loss flatten false",
            "drawdown-breaker limit_pct 15", "drawdown-breaker flatten true", "drawdown-breaker reopen_days 0", "leverage limit 1", "loss-per-trade limit_pct 2",
            "loss-per-trade needs_stop false", "position-size limit_pct 5", "sector-size limit_pct 25", "week-loss limit_pct 5", "week-loss flatten false",
        ], limits);
    }

    [Fact]
    public void Every_way_to_weigh_says_where_it_comes_from() =>
        Assert.All(WeightingRegistry.Shipped().All, entry => Assert.All([entry.About.Says, entry.About.Formula, entry.About.Source], Assert.NotEmpty));

    private static string? Code(RiskAnswer answer) => answer switch
    {
        RiskAnswer.CutTo cut => cut.Why.Code,
        RiskAnswer.Block block => block.Why.Code,
        RiskAnswer.Flatten flatten => flatten.Why.Code,
        _ => null,
    };

    [Risk("second", "Second", RiskMoments.Order, Says = "Takes a code.", Limits = "None.")]
    public sealed class SecondLeverage : RiskRule<LeverageParameters>
    {
        public override IReadOnlyList<RuleCode> Codes { get; } = [new("leverage", "Taken.", RuleUnit.None)];
    }
}
