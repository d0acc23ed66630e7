using AlphaFactory.Engine.Trading.Evidence;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

public sealed class TradeMatcherTests
{
    private static readonly Config s_fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(7, 11);
    private static readonly TimeSpan s_reach = TimeSpan.FromDays(3);

    private static readonly Gen<TradeFacts[]> s_trades =
        from lengths in (from wait in Gen.Choose(0, 6) from held in Gen.Choose(0, 9) from side in Gen.Elements(-1, 1) from price in Gen.Choose(50, 150) select (wait, held, side, price)).ListOf()
        from symbol in Gen.Elements("AAA", "BBB")
        select Follow([.. lengths], symbol);

    [Fact]
    public void The_same_trades_are_the_same()
    {
        Check.One(s_fixed, Prop.ForAll(s_trades.ToArbitrary(), trades =>
        {
            var rows = TradeMatcher.Match(trades, [.. trades.Reverse()], s_reach, 0);
            Assert.Equal(trades.Length, rows.Count);
            Assert.All(rows, row => Assert.True(row is { Kind: MatchKind.Same, EntryDifference: 0, IsMatched: true } && row.Live == row.Expected));
        }));
    }

    [Fact]
    public void Every_trade_stands_in_one_row_and_every_pair_agrees_in_symbol_and_side()
    {
        Check.One(s_fixed, Prop.ForAll(s_trades.ToArbitrary(), s_trades.ToArbitrary(), (live, expected) =>
        {
            var rows = TradeMatcher.Match(live, expected, s_reach, 0);
            Assert.Equal(Sorted(live), Sorted(rows.Select(row => row.Live).OfType<TradeFacts>()));
            Assert.Equal(Sorted(expected), Sorted(rows.Select(row => row.Expected).OfType<TradeFacts>()));
            Assert.All(rows, row => Assert.Equal(row.Live is null ? MatchKind.Missing : row.Expected is null ? MatchKind.Extra : row.Kind, row.Kind));
            foreach (var row in rows.Where(row => row.Live is not null && row.Expected is not null))
            {
                Assert.Equal((row.Live!.Symbol, row.Live.Side), (row.Expected!.Symbol, row.Expected.Side));
                Assert.True(Apart(row.Live, row.Expected) <= s_reach, $"{row.Live} and {row.Expected} lie {Apart(row.Live, row.Expected)} apart.");
            }

            Assert.Equal(rows.OrderBy(row => row.Either.Entered).Select(row => row.Either.Entered), rows.Select(row => row.Either.Entered));
        }));
    }

    [Fact]
    public void A_trade_taken_out_is_missing_and_one_put_in_is_extra_and_the_rest_stays_the_same()
    {
        var cases = from trades in s_trades where trades.Length > 0 from place in Gen.Choose(0, trades.Length - 1) select (trades, place);
        Check.One(s_fixed, Prop.ForAll(cases.ToArbitrary(), one =>
        {
            TradeFacts[] fewer = [.. one.trades.Where((_, place) => place != one.place)];
            var missing = TradeMatcher.Match(fewer, one.trades, s_reach, 0);
            Assert.Equal(one.trades[one.place], Assert.Single(missing, row => row.Kind != MatchKind.Same).Expected);
            Assert.Equal(MatchKind.Missing, missing.Single(row => row.Kind != MatchKind.Same).Kind);
            var extra = TradeMatcher.Match(one.trades, fewer, s_reach, 0);
            Assert.Equal(MatchKind.Extra, Assert.Single(extra, row => row.Kind != MatchKind.Same).Kind);
        }));
    }

    [Fact]
    public void Swapping_the_sides_swaps_missing_and_extra_and_keeps_the_pairs()
    {
        Check.One(s_fixed, Prop.ForAll(s_trades.ToArbitrary(), s_trades.ToArbitrary(), (live, expected) =>
        {
            var there = TradeMatcher.Match(live, expected, s_reach, 0);
            var back = TradeMatcher.Match(expected, live, s_reach, 0);
            Assert.Equal(there.Count(row => row.Kind == MatchKind.Missing), back.Count(row => row.Kind == MatchKind.Extra));
            Assert.Equal(there.Count(row => row.IsMatched), back.Count(row => row.IsMatched));
        }));
    }

    [Theory]
    [InlineData(1, 0, 0, 0.0, 0.0, MatchKind.Timing)]
    [InlineData(0, 1, 0, 0.0, 0.0, MatchKind.Timing)]
    [InlineData(0, 0, 3, 0.0, 0.0, MatchKind.Size)]
    [InlineData(0, 0, 1, 0.0, 0.0, MatchKind.Same)]
    [InlineData(0, 0, 0, 0.001, 0.0, MatchKind.Price)]
    [InlineData(0, 0, 0, 0.0, -0.001, MatchKind.Price)]
    [InlineData(0, 0, 0, 0.0004, 0.0, MatchKind.Same)]
    public void What_differs_has_its_name(int laterEntry, int laterExit, int moreShares, double entryWorse, double exitWorse, MatchKind kind)
    {
        // Slippage of 10 on each side of about 20,000 is 5 basis points.
        var expected = new TradeFacts("AAA", 1, Day(10), 100, Day(20), 110, 100, "signal", 1000, 10.5);
        var live = expected with { Entered = Day(10 + laterEntry), Left = Day(20 + laterExit), Quantity = 100 + moreShares, EntryPrice = 100 * (1 + entryWorse), ExitPrice = 110 * (1 - exitWorse), Slippage = 0 };
        var row = Assert.Single(TradeMatcher.Match([live], [expected], s_reach, 1));
        Assert.Equal(kind, row.Kind);
        Assert.Equal(entryWorse, row.EntryDifference!.Value, 9);
        Assert.Equal(exitWorse, row.ExitDifference!.Value, 9);
        Assert.Equal(5e-4, row.Allowed, 9);
    }

    [Theory]
    [InlineData(90, MatchKind.Same)]
    [InlineData(95, MatchKind.Same)]
    [InlineData(100, MatchKind.Same)]
    [InlineData(88, MatchKind.Size)]
    [InlineData(102, MatchKind.Size)]
    public void Fewer_shares_for_less_money_are_no_difference_of_their_own(int live, MatchKind kind)
    {
        var expected = new TradeFacts("AAA", 1, Day(10), 100, Day(20), 110, 100, "signal", 1000, 10.5);
        Assert.Equal(kind, Assert.Single(TradeMatcher.Match([expected with { Quantity = live }], [expected], s_reach, 1, _ => 0.9)).Kind);
    }

    [Fact]
    public void Of_a_short_trade_a_lower_entry_is_the_worse_one()
    {
        var expected = new TradeFacts("AAA", -1, Day(1), 100, Day(2), 90, 10, "signal", 100, 0);
        var row = Assert.Single(TradeMatcher.Match([expected with { EntryPrice = 99, ExitPrice = 91 }], [expected], s_reach, 0));
        Assert.Equal(0.01, row.EntryDifference!.Value, 9);
        Assert.Equal(1.0 / 90, row.ExitDifference!.Value, 9);
        Assert.Equal(TradeMatcher.FinestDifference, row.Allowed);
    }

    [Fact]
    public void One_that_is_still_open_and_one_that_ended_differ_in_timing()
    {
        var open = new TradeFacts("AAA", 1, Day(1), 100, null, null, 10, "open", 0, 0);
        var row = Assert.Single(TradeMatcher.Match([open], [open with { Left = Day(4), ExitPrice = 101, Reason = "signal" }], s_reach, 0));
        Assert.Equal(MatchKind.Timing, row.Kind);
        Assert.Null(row.Ended);
        Assert.Equal(MatchKind.Same, Assert.Single(TradeMatcher.Match([open], [open], s_reach, 0)).Kind);
    }

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    private static TimeSpan Apart(TradeFacts one, TradeFacts other)
    {
        var (first, second) = one.Entered <= other.Entered ? (one, other) : (other, one);
        return first.Left is { } left && left < second.Entered ? second.Entered - left : TimeSpan.Zero;
    }

    private static IEnumerable<string> Sorted(IEnumerable<TradeFacts> trades) => trades.Select(trade => trade.ToString()).Order(StringComparer.Ordinal);

    private static TradeFacts[] Follow((int Wait, int Held, int Side, int Price)[] parts, string symbol)
    {
        int day = 0;
        var trades = new List<TradeFacts>();
        foreach (var (wait, held, side, price) in parts)
        {
            // One bar may end a trade and begin the next, but no two trades begin on the same one.
            int start = day + wait + (trades.Count > 0 && trades[^1].Entered == Day(day) && wait == 0 ? 1 : 0);
            day = start + held;
            trades.Add(new TradeFacts(symbol, side, Day(start), price, Day(day), price + 1, 10, "signal", 10, 0));
        }

        return [.. trades];
    }
}
