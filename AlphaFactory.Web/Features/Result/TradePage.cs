using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Result;

/// <summary>One page of a run's trades; only these rows cross the circuit.</summary>
/// <param name="Rows">The trades with their number in order of entry, from 1.</param>
/// <param name="Skip">Trades before the first row.</param>
/// <param name="Take">Rows of a full page.</param>
/// <param name="Total">Trades in all.</param>
public sealed record TradePage(IReadOnlyList<NumberedTrade> Rows, int Skip, int Take, int Total)
{
    private static readonly Dictionary<string, Func<NumberedTrade, IComparable>> s_keys = new(StringComparer.Ordinal)
    {
        ["number"] = row => row.Number,
        ["entry"] = row => row.Trade.EntryTime,
        ["exit"] = row => row.Trade.ExitTime,
        ["side"] = row => row.Trade.Side,
        ["quantity"] = row => row.Trade.Quantity,
        ["entry_price"] = row => row.Trade.EntryPrice,
        ["exit_price"] = row => row.Trade.ExitPrice,
        ["bars"] = row => row.Trade.Bars,
        ["exit_reason"] = row => row.Trade.ExitReason,
        ["mae"] = row => row.Trade.MaximumAdverseExcursion,
        ["mfe"] = row => row.Trade.MaximumFavourableExcursion,
        ["costs"] = row => row.Costs,
        ["return"] = row => row.Trade.Return,
        ["pnl"] = row => row.Trade.ProfitAndLoss,
        ["size"] = row => Math.Abs(row.Trade.ProfitAndLoss),
    };

    /// <summary>What moved the result most comes first, won or lost.</summary>
    public static SortOrder LargestFirst { get; } = new("size", true);

    /// <summary>Number of this page, from 1.</summary>
    public int Number => (Skip / Take) + 1;

    /// <summary>Place of the last row, from 1.</summary>
    public int Last => Skip + Rows.Count;

    /// <summary>The order asked for, or <see cref="LargestFirst"/> when a link names a column there is not.</summary>
    public static SortOrder Known(SortOrder sort) => s_keys.ContainsKey(sort.Key) ? sort : LargestFirst;

    /// <summary>Sorts and cuts; a page beyond the last gives the last. Equal trades stay in order of entry.</summary>
    public static TradePage Of(IReadOnlyList<Trade> trades, SortOrder sort, int page, int size)
    {
        var numbered = trades.Select((trade, i) => new NumberedTrade(i + 1, trade));
        var key = s_keys[Known(sort).Key];
        var sorted = sort.Descending ? numbered.OrderByDescending(key) : numbered.OrderBy(key);
        int pages = Math.Max(1, (trades.Count + size - 1) / size), skip = (Math.Clamp(page, 1, pages) - 1) * size;
        return new TradePage([.. sorted.Skip(skip).Take(size)], skip, size, trades.Count);
    }
}

/// <summary>A trade and its place in order of entry, from 1.</summary>
public sealed record NumberedTrade(int Number, Trade Trade)
{
    /// <summary>Commission and slippage of both sides, and borrowing.</summary>
    public double Costs => Trade.Commission + Trade.Slippage + Trade.Borrow;
}
