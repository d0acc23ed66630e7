using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Tests.Core.Risk;
using static AlphaFactory.Tests.Core.Trading.Tickets;

namespace AlphaFactory.Tests.Core.Trading;

public sealed class RiskGateTests
{
    // A Monday, 10:00 in New York.
    private static readonly DateTimeOffset s_now = new(2024, 3, 4, 15, 0, 0, TimeSpan.Zero);

    private static readonly GateFacts s_good = new()
    {
        Account = Facts.Account() with { Market = new MarketFacts { Now = s_now, LastPrice = 50, DataAge = 1, Restricted = new HashSet<string>(), Earnings = [] } },
        Held = 0,
        Price = 50,
        Sector = "Energy",
    };

    [Fact]
    public void A_small_order_passes_all_seventeen_rules_unchanged()
    {
        Assert.Equal(17, RiskPreset.Trading.Rules.Count);
        var answer = Approved(Judge(Buy(100), s_good));
        Assert.Equal(Buy(100), answer.Order.Ticket);
        Assert.False(answer.Order.IsReducing);
        Assert.Empty(answer.Bound);
    }

    [Fact]
    public void A_large_order_is_cut_to_the_tightest_limit()
    {
        // 5 % of 100,000 at 50 a share.
        var answer = Approved(Judge(Buy(500), s_good));
        Assert.Equal(100, answer.Order.Ticket.Quantity);
        Assert.Equal("position-limit", answer.Bound.Single(bound => bound.IsTightest).Why.Code);
    }

    private static readonly (string Code, Func<GateFacts, GateFacts> Change)[] s_refusals =
    [
        ("killed", facts => facts with { Mode = GateMode.Halted, ModeWhy = "a person" }),
        ("symbol-frozen", facts => facts with { FrozenWhy = "order 1 has no answer" }),
        ("position-unknown", facts => facts with { Held = null }),
        ("reduce-only", facts => facts with { Mode = GateMode.ReduceOnly }),
        ("cool-down", facts => facts with { Lock = new TradingLock(1, "ACME", "cool-down", new Breach("cool-down", 0, 60), s_now, s_now.AddHours(1), "after a trade") }),
        ("drawdown", facts => facts with { Closed = ("drawdown-breaker", new Breach("drawdown", 0.2, 0.15)) }),
        ("account-unknown", facts => facts with { Price = double.NaN }),
        ("account-unknown", facts => facts with { Account = facts.Account with { Equity = double.NaN } }),
        ("day-unknown", facts => facts with { Account = facts.Account with { DayStartEquity = double.NaN } }),
        ("week-unknown", facts => facts with { Account = facts.Account with { WeekStartEquity = double.NaN } }),
        ("peak-unknown", facts => facts with { Account = facts.Account with { PeakEquity = double.NaN } }),
        ("day-loss", facts => facts with { Account = facts.Account with { DayStartEquity = 103_000 } }),
        ("week-loss", facts => facts with { Account = facts.Account with { WeekStartEquity = 106_000 } }),
        ("drawdown", facts => facts with { Account = facts.Account with { PeakEquity = 120_000 } }),
        ("orders-unknown", facts => facts with { Account = facts.Account with { Market = null } }),
        ("price-collar", facts => facts with { Price = 60 }),
        ("stale-data", facts => Market(facts, market => market with { DataAge = 600 })),
        ("outside-hours", facts => Market(facts, market => market with { Now = s_now.AddHours(12) })),
        ("restricted", facts => Market(facts, market => market with { Restricted = new HashSet<string> { "ACME" } })),
        ("earnings-near", facts => Market(facts, market => market with { Earnings = [new DateOnly(2024, 3, 5)] })),
        ("order-twice", facts => Market(facts, market => market with { Placed = [new PlacedOrder("ACME", 1, 100, s_now.AddSeconds(-3))] })),
        ("order-rate", facts => Market(facts, market => market with { Placed = [.. Enumerable.Repeat(new PlacedOrder("OTHER", 1, 1, s_now), 60)] })),
    ];

    [Fact]
    public void What_must_not_be_is_refused_with_its_code() =>
        Assert.All(s_refusals, refusal => Assert.Equal(refusal.Code, Refused(Judge(Buy(100), refusal.Change(s_good))).Refusal.Code));

    [Fact]
    public void An_order_that_contradicts_itself_is_refused_in_words()
    {
        var refusal = Refused(Judge(Buy(0), s_good)).Refusal;
        Assert.Equal("order-invalid", refusal.Code);
        Assert.Contains("more than 0", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_kept_in_a_position_by_a_limit()
    {
        // Everything is against it, but it only makes the position smaller.
        var ruined = s_good with { Mode = GateMode.ReduceOnly, Held = 100, Price = double.NaN, Account = new RiskFacts { Equity = double.NaN, Cash = double.NaN } };
        Assert.True(Approved(Judge(Sell(100), ruined)).Order.IsReducing);
        Assert.True(Approved(Judge(Buy(40), ruined with { Held = -50 })).Order.IsReducing);
    }

    [Theory]
    [InlineData(100, 100, 0, null)]
    [InlineData(101, 100, 0, "more-than-held")]
    [InlineData(60, 100, 40, null)]
    [InlineData(61, 100, 40, "more-than-held")] // 40 of them are being sold already
    public void An_order_may_not_turn_a_position_around(int quantity, int held, int leaving, string? code)
    {
        var answer = Judge(Sell(quantity), s_good with { Held = held, Leaving = leaving });
        Assert.Equal(code, (answer as GateAnswer.Refused)?.Refusal.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void An_order_that_may_only_reduce_opens_nothing_where_nothing_is_left(int held) =>
        Assert.Equal("more-than-held", Refused(Judge(Sell(10) with { ReduceOnly = true }, s_good with { Held = held })).Refusal.Code);

    [Theory]
    [InlineData("killed")]
    [InlineData("symbol-frozen")]
    public void The_kill_switch_and_an_open_question_hold_back_every_order(string code)
    {
        var facts = s_good with { Held = 100 };
        facts = code == "killed" ? facts with { Mode = GateMode.Halted } : facts with { FrozenWhy = "no answer" };
        Assert.Equal(code, Refused(Judge(Sell(100), facts)).Refusal.Code);
    }

    private static GateFacts Market(GateFacts facts, Func<MarketFacts, MarketFacts> change) => facts with { Account = facts.Account with { Market = change(facts.Account.Market!) } };

    private static GateAnswer Judge(OrderTicket ticket, GateFacts facts) =>
        new RiskGate([.. RiskPreset.Trading.Rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))]).Judge(ticket, facts);

    private static GateAnswer.Approved Approved(GateAnswer answer) => Assert.IsType<GateAnswer.Approved>(answer);

    private static GateAnswer.Refused Refused(GateAnswer answer) => Assert.IsType<GateAnswer.Refused>(answer);
}
