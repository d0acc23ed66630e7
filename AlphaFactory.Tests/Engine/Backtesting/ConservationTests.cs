using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Properties of every session, on random bars, targets and rules.</summary>
public sealed class ConservationTests
{
    // A fixed replay, so that a failure on one machine is a failure on all.
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_251_028, 41);

    private static readonly Arbitrary<int> s_seeds = Gen.Choose(1, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Money_and_shares_are_neither_made_nor_lost() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        var outcome = TestRuns.Trade(bars, rules, target);
        double profit = outcome.Trades.Sum(trade => trade.ProfitAndLoss);
        double scale = rules.InitialCapital + outcome.TradedValue.Sum();
        return Math.Abs(rules.InitialCapital + profit - outcome.Equity[^1]) <= 1e-9 * scale
            && outcome.Trades.All(trade => trade.Quantity > 0 && trade.MaximumAdverseExcursion <= 0 && trade.MaximumFavourableExcursion >= 0 && trade.Commission >= 0 && trade.Slippage >= 0)
            && Math.Abs(outcome.Trades.Sum(trade => trade.Commission) - outcome.Commission) <= 1e-9 * scale
            && outcome.Equity.All(double.IsFinite);
    });

    [Fact]
    public void Only_the_last_trade_can_be_open_and_it_matches_the_position() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        var outcome = TestRuns.Trade(bars, rules, target);
        return outcome.Trades.SkipLast(1).All(trade => !trade.IsOpen) && (outcome.Trades is [.., { IsOpen: true }]) == (outcome.Position[^1] != 0);
    });

    [Fact]
    public void Whole_shares_stay_whole() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        return TestRuns.Trade(bars, rules with { Fractional = false }, target).Position.All(shares => shares == Math.Floor(shares));
    });

    [Fact]
    public void The_same_input_gives_the_same_bits() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        var first = TestRuns.Trade(bars, rules, target);
        var second = TestRuns.Trade(bars, rules, target);
        return first.Equity.SequenceEqual(second.Equity) && first.Position.SequenceEqual(second.Position) && first.Trades.SequenceEqual(second.Trades);
    });

    [Fact]
    public void What_has_happened_does_not_change_when_bars_are_added() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        int cut = bars.Count / 2;
        var part = TestRuns.Trade(bars.Slice(0, cut), rules, target[..cut]);
        return TestRuns.Trade(bars, rules, target).Equity.AsSpan(0, cut).SequenceEqual(part.Equity);
    });

    [Fact]
    public void Dearer_trading_never_ends_richer() => Check(seed =>
    {
        var (bars, rules, target) = Case(seed);
        // Fractional longs keep the trades the same, so only their cost differs.
        double[] longs = [.. target.Select(Math.Abs)];
        var cheap = TestRuns.Trade(bars, rules with { Fractional = true }, longs);
        var dear = TestRuns.Trade(bars, rules with { Fractional = true, Commission = new PercentCommission { Fraction = ((PercentCommission)rules.Commission).Fraction + 0.001 } }, longs);
        return dear.Equity[^1] <= cheap.Equity[^1] * (1 + 1e-12);
    });

    [Fact]
    public void A_cash_balance_that_forgets_is_told_with_the_bar_and_the_numbers()
    {
        var check = new ConservationCheck(1_000);
        check.Record(new Fill(0, 1, 10, 50, 1, 0, "signal"));
        check.CheckBar(0, 50, 499, 10, 999);
        var fault = Assert.Throws<ConservationException>(() => check.CheckBar(7, 50, 500, 10, 1_000));
        Assert.Contains("bar 7", fault.Message, StringComparison.Ordinal);
        Assert.Contains("cash is 500", fault.Message, StringComparison.Ordinal);
        Assert.Contains("499", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_nobody_bought_is_told() =>
        Assert.Contains("the position is 1", Assert.Throws<ConservationException>(() => new ConservationCheck(1_000).CheckBar(3, 50, 1_000, 1, 1_050)).Message, StringComparison.Ordinal);

    [Fact]
    public void Trades_that_do_not_sum_to_the_equity_are_told() =>
        Assert.Contains("P&L of all trades", Assert.Throws<ConservationException>(() => new ConservationCheck(1_000).CheckTrades(3, [], 1_001)).Message, StringComparison.Ordinal);

    private static void Check(Func<int, bool> property) => Prop.ForAll(s_seeds, property).Check(s_config);

    private static (BarSeries Bars, SessionRules Rules, double[] Target) Case(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        int count = 2 + random.NextInt32(120);
        double[] levels = [-1, -0.5, 0, 0.25, 1, double.NaN];
        double[] target = [.. Enumerable.Range(0, count).Select(_ => levels[random.NextInt32(levels.Length)])];
        var rules = TestRuns.Rules(
            (FillConvention)random.NextInt32(3), 0.01 * random.NextDouble(), 0.01 * random.NextDouble(), 0.05 + (0.95 * random.NextDouble()), random.NextInt32(2) == 0, 100 + (1e6 * random.NextDouble()));
        return (TestBars.Random(seed, count), rules, target);
    }
}
