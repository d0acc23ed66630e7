using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Features.Result;

namespace AlphaFactory.Tests.Web.Features.Result;

public sealed class TradePageTests
{
    private static readonly Trade[] s_trades = [Made(5, 10), Made(-80, 3), Made(20, 7), Made(-1, 10), Made(20, 1)];

    [Fact]
    public void The_largest_win_or_loss_comes_first() => Assert.Equal([2, 3, 5, 1, 4], Numbers(TradePage.LargestFirst, 1, 12));

    [Fact]
    public void Equal_trades_stay_in_order_of_entry()
    {
        Assert.Equal([3, 5, 1, 4, 2], Numbers(new SortOrder("pnl", true), 1, 12));
        Assert.Equal([2, 4, 1, 3, 5], Numbers(new SortOrder("pnl", false), 1, 12));
    }

    [Fact]
    public void Pages_cover_every_trade_once()
    {
        int[] seen = [.. Enumerable.Range(1, 3).SelectMany(page => Numbers(new SortOrder("bars", false), page, 2))];
        Assert.Equal([1, 2, 3, 4, 5], seen.Order());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 3)]
    public void A_page_that_is_not_there_gives_the_nearest(int asked, int given) => Assert.Equal(given, TradePage.Of(s_trades, TradePage.LargestFirst, asked, 2).Number);

    [Fact]
    public void No_trades_are_one_empty_page()
    {
        var page = TradePage.Of([], TradePage.LargestFirst, 4, 12);
        Assert.Empty(page.Rows);
        Assert.Equal((1, 0, 0), (page.Number, page.Skip, page.Total));
    }

    private static int[] Numbers(SortOrder sort, int page, int size) => [.. TradePage.Of(s_trades, sort, page, size).Rows.Select(row => row.Number)];

    private static Trade Made(double profit, int bars) => new()
    {
        Symbol = "X",
        Side = 1,
        EntryBar = 0,
        EntryTime = DateTimeOffset.UnixEpoch,
        EntryPrice = 10,
        Quantity = 1,
        ExitBar = bars,
        ExitTime = DateTimeOffset.UnixEpoch.AddDays(bars),
        ExitPrice = 10 + profit,
        ExitReason = "signal",
        ProfitAndLoss = profit,
        Return = profit / 10,
        Commission = 0,
        Slippage = 0,
        MaximumAdverseExcursion = 0,
        MaximumFavourableExcursion = 0,
    };
}
