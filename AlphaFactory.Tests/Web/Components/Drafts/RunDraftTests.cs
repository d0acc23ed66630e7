using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Drafts;

namespace AlphaFactory.Tests.Web.Components.Drafts;

public sealed class RunDraftTests
{
    private static readonly StrategyRegistry s_strategies = StrategyRegistry.Shipped();
    private static readonly Stock s_stock = Stock.Of(
    [
        new SeriesCoverage(new SeriesKey("ABC", BarInterval.FiveMinutes, "csv"), null, null, false, 1000, Day(2024, 1, 2), Day(2024, 2, 2), false, default),
        new SeriesCoverage(new SeriesKey("ABC", BarInterval.Daily, "csv"), "Alphabet soup", "Food", false, 2520, Day(2015, 1, 2), Day(2024, 12, 31), false, default),
    ]);

    [Fact]
    public void Every_fault_is_found_at_once_and_belongs_to_its_field()
    {
        var check = Check("?strategy=sma-crossover&symbol=ABC&from=soon&to=2031-01-01&capital=-5&commission_pct=60&size_pct=lots&fill=yesterday&set.fast=0&set.slow=x");
        Assert.Equal(["capital", "commission_pct", "fill", "from", "set.fast", "set.slow", "size_pct", "to"], check.Faults.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("2024-12-31", check.Faults["to"], StringComparison.Ordinal);
        Assert.Contains("2024-12-31", check.Faults["from"], StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_do_not_fit_together_show_at_the_first_of_them() =>
        Assert.Equal(["set.fast"], Check("?strategy=sma-crossover&symbol=ABC&set.fast=60&set.slow=50").Faults.Keys);

    [Fact]
    public void A_symbol_that_is_not_stored_is_a_fault_of_the_symbol()
    {
        Assert.Equal(["symbol"], Check("?strategy=buy-and-hold&symbol=XYZ").Faults.Keys);
        Assert.Equal(["symbol"], Check("?strategy=buy-and-hold").Faults.Keys);
    }

    [Fact]
    public void A_good_draft_has_no_fault() => Assert.True(Check("?strategy=sma-crossover&symbol=ABC&from=2020-01-01").IsValid);

    [Fact]
    public void Another_cost_model_takes_the_settings_of_the_old_one_with_it()
    {
        var draft = RunDraft.Read("?strategy=buy-and-hold&symbol=ABC&commission_pct=0.3").With("commission", "ib-fixed");
        Assert.Equal("strategy=buy-and-hold&symbol=ABC&commission=ib-fixed", draft.ToQuery());
        Assert.Equal(new IbFixedCommission(), draft.Check(s_strategies, new RunSpecValidator(s_strategies), s_stock).Spec.Commission);
    }

    [Fact]
    public void A_setting_of_a_model_that_is_not_chosen_is_a_fault_of_that_field() =>
        Assert.Equal(["commission_pct"], Check("?strategy=buy-and-hold&symbol=ABC&commission=ib-fixed&commission_pct=0.3").Faults.Keys);

    [Fact]
    public void Stops_in_a_link_come_back_in_the_link()
    {
        const string Query = "strategy=buy-and-hold&symbol=ABC&commission=per-share&commission_minimum=2&stop_pct=5&take_profit_r=2&stops_from=entry-bar";
        Assert.True(Check("?" + Query).IsValid);
        Assert.Equal(Query, RunDraft.Of(Check("?" + Query).Spec).ToQuery().Replace("&commission_per_share=0.005", "", StringComparison.Ordinal).Replace("&commission_maximum_pct=1", "", StringComparison.Ordinal).Replace("&stop_base=fill&both_touched=stop-first&re_entry=fresh-signal", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_strategy_starts_from_its_own_defaults()
    {
        var draft = RunDraft.Read("?strategy=sma-crossover&symbol=ABC&capital=5000&set.fast=5").WithStrategy("buy-and-hold");
        Assert.Equal("strategy=buy-and-hold&symbol=ABC&capital=5000", draft.ToQuery());
    }

    [Fact]
    public void Rules_of_sizing_and_risk_go_through_the_address()
    {
        var check = Check("?strategy=buy-and-hold&symbol=ABC&sizing=volatility-target&sizing.target_pct=20&risk=position-size,leverage&risk.position-size.limit_pct=3");
        Assert.True(check.IsValid);
        Assert.Equal(("volatility-target", "20"), (check.Spec.Sizing!.Rule, check.Spec.Sizing.Parameters["target_pct"]));
        Assert.Equal(["leverage", "position-size"], check.Spec.Risk.Select(choice => choice.Rule));
        Assert.Equal("3", check.Spec.Risk[1].Parameters["limit_pct"]);
        Assert.Equal("strategy=buy-and-hold&symbol=ABC&sizing=volatility-target&risk=leverage,position-size&risk.position-size.limit_pct=3&sizing.target_pct=20", Uri.UnescapeDataString(RunDraft.Of(check.Spec).ToQuery()));
    }

    [Fact]
    public void A_fault_of_a_rule_belongs_to_its_field() =>
        Assert.Equal(["risk.leverage.limit", "risk.position-size.limit_pct", "sizing.target_pct"],
            Check("?strategy=buy-and-hold&symbol=ABC&sizing=atr-target&sizing.target_pct=99&risk=position-size&risk.position-size.limit_pct=0&risk.leverage.limit=2").Faults.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_rule_switched_off_takes_its_parameters_with_it()
    {
        var draft = RunDraft.Read("?strategy=buy-and-hold&risk=leverage,position-size&risk.position-size.limit_pct=3&risk.leverage.limit=0.5").WithRiskRule("position-size", on: false);
        Assert.Equal("strategy=buy-and-hold&risk=leverage&risk.leverage.limit=0.5", draft.ToQuery());
        Assert.Equal(["day-loss", "leverage"], draft.WithRiskRule("day-loss", on: true).RiskRules);
        Assert.Equal("strategy=buy-and-hold", draft.With("risk", "").ToQuery());
        Assert.Equal("strategy=buy-and-hold&sizing=kelly", RunDraft.Read("?strategy=buy-and-hold&sizing=atr-target&sizing.target_pct=2").With("sizing", "kelly").ToQuery());
    }

    [Fact]
    public void All_rules_of_a_set_are_written_as_the_set()
    {
        var draft = RunDraft.Read("?risk=breakers").WithRiskRule("day-loss", on: false);
        Assert.Equal("drawdown-breaker,week-loss", draft["risk"]);
        Assert.Equal("breakers", draft.WithRiskRule("day-loss", on: true)["risk"]);
    }

    [Fact]
    public void Daily_bars_are_offered_first_and_found_by_name()
    {
        Assert.True(s_stock.Series[0].Key.Interval.IsDaily);
        Assert.Equal("ABC", Assert.Single(s_stock.Search("soup")).Key.Symbol);
        Assert.Empty(s_stock.Search("nothing like it"));
    }

    [Fact]
    public void The_estimate_counts_the_bars_of_the_period()
    {
        Assert.Equal(2520, s_stock.BarsOf(Check("?strategy=buy-and-hold&symbol=ABC").Spec));
        Assert.InRange(s_stock.BarsOf(Check("?strategy=buy-and-hold&symbol=ABC&from=2024-01-01").Spec), 245, 260);
    }

    private static DraftCheck Check(string query) => RunDraft.Read(query).Check(s_strategies, new RunSpecValidator(s_strategies), s_stock);

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
