using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Properties of sessions with stops, targets and every cost model.</summary>
public sealed class ExitPropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_129, 41);

    [Fact]
    public void Capital_profit_dividends_and_borrowing_make_the_final_equity() => Check(drawn =>
    {
        var outcome = Run(drawn);
        double scale = drawn.Rules.InitialCapital + outcome.TradedValue.Sum();
        return Math.Abs(drawn.Rules.InitialCapital + outcome.Trades.Sum(trade => trade.ProfitAndLoss) + outcome.Dividends - outcome.Borrow - outcome.Equity[^1]) <= 1e-9 * scale
            && outcome.Borrow >= 0 && outcome.Trades.All(trade => trade.Borrow >= 0 && trade.MaximumAdverseExcursion <= 0 && trade.MaximumFavourableExcursion >= 0);
    });

    [Fact]
    public void A_stop_never_fills_better_than_its_level_or_the_open() => Check(drawn =>
    {
        bool still = !drawn.Rules.Exits.HasTrailing && drawn.Rules.Exits.BreakEvenFraction is null;
        return Run(OneFillASide(drawn)).Trades.Where(trade => trade.ExitReason == "stop" && still).All(trade =>
        {
            double open = drawn.Bars.Open[trade.ExitBar], stop = trade.FirstStop!.Value, last = trade.ExitPrice;
            return trade.Side > 0
                ? last <= Math.Min(open, stop) * (1 + 1e-12) && drawn.Bars.Low[trade.ExitBar] <= stop * (1 + 1e-12)
                : last >= Math.Max(open, stop) * (1 - 1e-12) && drawn.Bars.High[trade.ExitBar] >= stop * (1 - 1e-12);
        });
    });

    [Fact]
    public void A_target_never_fills_better_than_its_level_or_the_open() => Check(drawn =>
        Run(OneFillASide(drawn)).Trades.Where(trade => trade.ExitReason == "take-profit").All(trade =>
        {
            double open = drawn.Bars.Open[trade.ExitBar], target = trade.FirstTarget!.Value, last = trade.ExitPrice;
            return trade.Side > 0 ? last <= Math.Max(open, target) * (1 + 1e-12) : last >= Math.Min(open, target) * (1 - 1e-12);
        }));

    [Fact]
    public void No_rule_ends_a_trade_in_its_entry_bar_unless_it_may() => Check(drawn =>
        drawn.Rules.Exits.StopsFrom == StopsFrom.EntryBar
        || Run(drawn).Trades.All(trade => trade.Bars > 0 || trade.ExitReason is "signal" or "risk" or "delisted" or "open"));

    [Fact]
    public void A_trade_never_outlives_its_time_stop() => Check(drawn =>
        drawn.Rules.Exits.TimeStopBars is not { } limit || Run(drawn).Trades.All(trade => trade.Bars <= limit));

    [Fact]
    public void Costs_never_raise_the_equity_of_the_same_trades() => Check(drawn =>
    {
        // Fractional longs sized all in from a base that costs do not touch: the same fills, so only what they cost differs.
        double[] longs = [.. drawn.Target.Select(wanted => double.IsNaN(wanted) ? wanted : Math.Ceiling(Math.Abs(wanted)))];
        var rules = drawn.Rules with { Fractional = true, VolumeCapFraction = null, SizeFraction = 1, Commission = new NoCommission(), Slippage = new PercentSlippage { Fraction = 0 } };
        var free = TestRuns.Trade(drawn.Bars, rules, longs);
        double before = free.Equity[^1];
        foreach (double commission in (double[])[0.001, 0.003, 0.01])
        {
            var dear = TestRuns.Trade(drawn.Bars, rules with { Commission = new PercentCommission { Fraction = commission } }, longs);
            if (dear.Trades.Count != free.Trades.Count || dear.Equity[^1] > before * (1 + 1e-12))
            {
                return false;
            }

            before = dear.Equity[^1];
        }

        return true;
    });

    [Fact]
    public void The_same_input_gives_the_same_bits() => Check(drawn =>
    {
        var (first, second) = (Run(drawn), Run(drawn));
        return first.Equity.SequenceEqual(second.Equity) && first.Trades.SequenceEqual(second.Trades);
    });

    [Fact]
    public void What_has_happened_does_not_change_when_bars_are_added() => Check(drawn =>
    {
        int cut = drawn.Bars.Count / 2;
        if (cut < 1)
        {
            return true;
        }

        var part = TestRuns.Trade(drawn.Bars.Slice(0, cut), drawn.Rules, drawn.Target[..cut]);
        return Run(drawn).Equity.AsSpan(0, cut).SequenceEqual(part.Equity);
    });

    /// <summary>All in or out, so that a trade has one fill on each side, and no split restates its prices.</summary>
    private static RandomSession OneFillASide(RandomSession drawn)
    {
        var plain = new BarSeries(drawn.Bars.Identity, drawn.Bars.Times.ToArray(), drawn.Bars.Open.ToArray(), drawn.Bars.High.ToArray(), drawn.Bars.Low.ToArray(), drawn.Bars.Close.ToArray(), drawn.Bars.Volume.ToArray());
        return drawn with { Bars = plain, Target = [.. drawn.Target.Select(wanted => double.IsNaN(wanted) ? wanted : Math.Sign(wanted))] };
    }

    private static SessionOutcome Run(RandomSession drawn) => TestRuns.Trade(drawn.Bars, drawn.Rules, drawn.Target);

    private static void Check(Func<RandomSession, bool> property) => Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed => property(RandomSession.Draw(seed))).Check(s_config);
}
