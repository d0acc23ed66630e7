using System.Globalization;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Tests.Engine.Backtesting.Naive;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>The engine against a second one that was written from the documentation alone.</summary>
public sealed class NaiveEngineTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(20_261_128, 17);

    [Fact]
    public void Trades_and_equity_are_those_of_the_second_engine() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed => Assert.Null(Difference(RandomSession.Draw(seed)))).Check(s_config);

    [Fact]
    public void The_draws_reach_every_reason_both_sides_and_every_payment()
    {
        var outcomes = Enumerable.Range(1, 600).Select(RandomSession.Draw).Select(drawn => TestRuns.Trade(drawn.Bars, drawn.Rules, drawn.Target)).ToList();
        var trades = outcomes.SelectMany(outcome => outcome.Trades).ToList();
        Assert.Equal(["delisted", "open", "risk", "signal", "stop", "take-profit", "time", "trailing-stop"], trades.Select(trade => trade.ExitReason).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([-1, 1], trades.Select(trade => trade.Side).Distinct().Order());
        Assert.Contains(trades, trade => trade.Dividends > 0);
        Assert.Contains(trades, trade => trade.Dividends < 0);
        Assert.Contains(trades, trade => trade.Borrow > 0);
        Assert.Contains(outcomes, outcome => outcome.OrdersCutByVolume > 0);
    }

    private static string? Difference(RandomSession drawn)
    {
        var engine = TestRuns.Trade(drawn.Bars, drawn.Rules, drawn.Target);
        var naive = new NaiveEngine(drawn.Bars, drawn.Rules, drawn.Target).Run();
        if (engine.Trades.Count != naive.Trades.Count)
        {
            return $"{engine.Trades.Count} trades against {naive.Trades.Count}. {drawn.Rules}";
        }

        foreach (var (trade, expected) in engine.Trades.Zip(naive.Trades))
        {
            if (Difference(trade, expected, drawn) is { } difference)
            {
                return $"{difference} in {trade}. {drawn.Rules}";
            }
        }

        for (int bar = 0; bar < engine.Equity.Length; bar++)
        {
            if (!Same(naive.Equity[bar], engine.Equity[bar], drawn.Rules.InitialCapital))
            {
                return string.Create(CultureInfo.InvariantCulture, $"equity at bar {bar} is {engine.Equity[bar]:R} against {naive.Equity[bar]:R}. {drawn.Rules}");
            }
        }

        return null;
    }

    private static string? Difference(Trade trade, NaiveTrade expected, RandomSession drawn)
    {
        int last = drawn.Bars.Count - 1, side = expected.Side;
        double entered = expected.Bought(side), left = expected.Bought(-side), mark = expected.Reason == "open" ? drawn.Bars.Close[last] : 0;
        double worth = expected.Worth(-side) + ((entered - left) * mark), commission = expected.Fills.Sum(fill => fill.Commission);
        double profit = (side * (worth - expected.Worth(side))) - commission;
        (string Name, bool Same)[] points =
        [
            ("side", trade.Side == side),
            ("entry bar", trade.EntryBar == expected.EntryBar),
            ("exit bar", trade.ExitBar == (expected.Reason == "open" ? last : expected.ExitBar)),
            ("reason " + expected.Reason, trade.ExitReason == expected.Reason),
            ("quantity", Same(entered, trade.Quantity, 1)),
            ("entry price", Same(expected.Worth(side) / entered, trade.EntryPrice, 1)),
            ("exit price", Same(worth / entered, trade.ExitPrice, 1)),
            ("commission", Same(commission, trade.Commission, 1)),
            ("P&L", Same(profit, trade.ProfitAndLoss, drawn.Rules.InitialCapital)),
            ("dividends", Same(expected.Dividends, trade.Dividends, 1)),
            ("borrow", Same(expected.Borrow, trade.Borrow, 1)),
            ("first stop", Same(expected.FirstStop ?? 0, trade.FirstStop ?? 0, 1) && expected.FirstStop.HasValue == trade.FirstStop.HasValue),
            ("first target", Same(expected.FirstTarget ?? 0, trade.FirstTarget ?? 0, 1) && expected.FirstTarget.HasValue == trade.FirstTarget.HasValue),
        ];
        return points.FirstOrDefault(point => !point.Same).Name;
    }

    private static bool Same(double expected, double actual, double scale) => Math.Abs(expected - actual) <= 1e-9 * Math.Max(scale, Math.Abs(expected));
}
