using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Drafts;

namespace AlphaFactory.Tests.Web.Components.Runs;

public sealed class RunLinkTests
{
    [Fact]
    public void A_link_carries_everything_that_decides_a_run()
    {
        var spec = new RunSpec
        {
            Strategy = "sma-crossover",
            Parameters = new Dictionary<string, string> { ["fast"] = "10", ["slow"] = "30", ["entry"] = "state" },
            Symbol = "DEMO-A&B",
            Source = "csv",
            Interval = BarInterval.FiveMinutes,
            From = new DateOnly(2020, 1, 2),
            To = new DateOnly(2021, 3, 4),
            InitialCapital = 12_345.67,
            Fill = FillConvention.SameClose,
            Commission = new PercentCommission { Fraction = 0.0007 },
            Slippage = new PercentSlippage { Fraction = 0 },
            SizeFraction = 0.95,
            Fractional = true,
            Adjustment = PriceAdjustment.TotalReturn,
            WarmUpFromHistory = false,
            Seed = 42,
        };
        string address = RunLink.To(spec);
        var back = RunDraft.Read(address[address.IndexOf('?', StringComparison.Ordinal)..]).Check(StrategyRegistry.Shipped(), new RunSpecValidator(StrategyRegistry.Shipped()), Stock.None).Spec;
        Assert.Equal(spec.Parameters.OrderBy(pair => pair.Key), back.Parameters.OrderBy(pair => pair.Key));
        Assert.Equal(spec with { Parameters = back.Parameters }, back);
    }

    [Fact]
    public void A_link_carries_the_rules_of_sizing_and_risk()
    {
        var spec = new RunSpec
        {
            Strategy = "buy-and-hold",
            Symbol = "X",
            Sizing = new RuleChoice("volatility-target").With("target_pct", "20"),
            Risk = [new RuleChoice("leverage"), new RuleChoice("position-size").With("limit_pct", "3")],
        };
        string address = RunLink.To(spec);
        var back = RunDraft.Read(address[address.IndexOf('?', StringComparison.Ordinal)..]).Check(StrategyRegistry.Shipped(), new RunSpecValidator(StrategyRegistry.Shipped()), Stock.None).Spec;
        Assert.Equal(RunSpecYaml.Write(spec), RunSpecYaml.Write(back));
        Assert.Equal("runs/new?strategy=buy-and-hold&symbol=X&risk=mission", RunLink.To(new RunSpec { Strategy = "buy-and-hold", Symbol = "X", Risk = [.. AlphaFactory.Core.Risk.RiskPreset.Mission.Rules.Select(rule => new RuleChoice(rule))] }));
    }

    [Fact]
    public void Defaults_are_left_out() => Assert.Equal("runs/new?strategy=buy-and-hold&symbol=X", RunLink.To(new RunSpec { Strategy = "buy-and-hold", Symbol = "X" }));

    [Fact]
    public void Strange_keys_are_passed_over() => Assert.Equal(["symbol"], RunLink.Read("?symbol=X&evil=1").Keys);
}
