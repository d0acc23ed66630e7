using AlphaFactory.Core.Risk;
using AlphaFactory.Web.Features.Deploy;

namespace AlphaFactory.Tests.Web.Features.Deploy;

public sealed class DeployDraftTests
{
    [Fact]
    public void A_deployment_begins_with_the_limits_of_trading_and_nothing_in_its_address()
    {
        var draft = DeployDraft.Read(null);
        Assert.Equal((RiskPreset.Trading.Rules.Count, RiskPreset.Trading, ""), (draft.Risk.Count, draft.Set, draft.ToQuery()));
        Assert.Empty(draft.Guards);
        Assert.Null(draft.Speed);
    }

    [Fact]
    public void What_is_chosen_survives_the_way_through_a_link()
    {
        var draft = DeployDraft.Read("?strategy=sma-crossover&more=DEMO-BOLT,DEMO-ECHO&speed=300&name=Mine%26yours&limits=mission&protections=cool-down&limit.day-loss.limit=1&protect.cool-down.minutes=5");
        var again = DeployDraft.Read("?" + draft.ToQuery());
        Assert.Equal(draft.ToQuery(), again.ToQuery());
        Assert.Equal(["DEMO-BOLT", "DEMO-ECHO"], again.More);
        Assert.Equal((300.0, "Mine&yours", RiskPreset.Mission), (again.Speed!.Value, again["name"], again.Set));
        Assert.Equal("1", again.Risk.Single(rule => rule.Rule == "day-loss").Parameters["limit"]);
        Assert.Equal("5", Assert.Single(again.Guards).Parameters["minutes"]);
        Assert.Equal("", again["strategy"]);
    }

    [Fact]
    public void A_set_with_a_rule_more_or_less_is_a_choice_of_ones_own_and_back_again_the_set()
    {
        var own = DeployDraft.Read(null).WithRule("price-collar", false);
        Assert.Null(own.Set);
        Assert.DoesNotContain(own.Risk, rule => rule.Rule == "price-collar");
        Assert.Equal(("", RiskPreset.Trading), (own.WithRule("price-collar", true).ToQuery(), own.WithRule("price-collar", true).Set));
    }

    [Fact]
    public void No_rule_at_all_is_said_in_the_address()
    {
        var none = RiskPreset.Breakers.Rules.Aggregate(DeployDraft.Read("?limits=breakers"), (draft, rule) => draft.WithRule(rule, false));
        Assert.Empty(none.Risk);
        Assert.Equal("limits=none", none.ToQuery());
    }

    [Fact]
    public void A_parameter_that_is_the_default_stays_out_of_the_link()
    {
        var schema = RiskRegistry.Shipped().Find("order-rate")!.Parameters;
        var defaults = schema.Definitions.ToDictionary(one => one.Name, one => one.Default);
        string first = schema.Definitions[0].Name;
        Assert.Equal("", DeployDraft.Read(null).WithLimits("order-rate", defaults).ToQuery());
        Assert.Equal($"limit.order-rate.{first}=3", DeployDraft.Read(null).WithLimits("order-rate", new Dictionary<string, string>(defaults) { [first] = "3" }).ToQuery());
    }

    [Fact]
    public void Symbols_are_added_and_taken_away()
    {
        var draft = DeployDraft.Read(null).WithSymbol("A", true).WithSymbol("B", true).WithSymbol("A", true);
        Assert.Equal(["B", "A"], draft.More);
        Assert.Equal(["A"], draft.WithSymbol("B", false).More);
    }
}
