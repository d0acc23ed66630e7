using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Result;

/// <summary>What trading cost and what it brought in beside prices, for the tab Costs.</summary>
public sealed class CostSheet
{
    private CostSheet(BacktestResult result)
    {
        Trades = result.Trades.Count;
        double commission = result.Trades.Sum(trade => trade.Commission), slippage = result.Trades.Sum(trade => trade.Slippage);
        double borrow = result.Trades.Sum(trade => trade.Borrow), dividends = result.Trades.Sum(trade => trade.Dividends);
        BeforeCosts = result.Trades.Sum(trade => trade.ProfitAndLoss) + commission + slippage;
        Total = commission + slippage + borrow;
        Lines =
        [
            new("Commission", commission, "what the broker took"),
            new("Slippage", slippage, "what the price moved against the orders"),
            new("Borrowing", borrow, "for shares sold short"),
        ];
        Dividends = dividends;
        Net = BeforeCosts - Total + dividends;
        BreakEven = result.Metrics.GetValueOrDefault("break_even_cost");
        BreakEvenReason = result.Reasons.GetValueOrDefault("break_even_cost");
        PerSide = result.Metrics.GetValueOrDefault("cost_per_side");
    }

    public int Trades { get; }

    /// <summary>Commission, slippage and borrowing, positive.</summary>
    public IReadOnlyList<CostLine> Lines { get; }

    public double Total { get; }

    /// <summary>Dividends received less those paid on short positions.</summary>
    public double Dividends { get; }

    /// <summary>What prices brought before any cost; an open trade at the last close.</summary>
    public double BeforeCosts { get; }

    /// <summary>What is left.</summary>
    public double Net { get; }

    /// <summary>Cost of a side, as a fraction of the value, at which nothing is left; null with <see cref="BreakEvenReason"/>.</summary>
    public double? BreakEven { get; }

    public string? BreakEvenReason { get; }

    /// <summary>What a side cost on average, as a fraction of the value.</summary>
    public double? PerSide { get; }

    /// <summary>Why there is no share of what prices brought; null when there is one.</summary>
    public string? NoShare => BeforeCosts > 0 ? null : "prices brought nothing before costs";

    public static CostSheet Of(BacktestResult result) => new(result);

    public double? ShareOf(double amount) => BeforeCosts > 0 ? amount / BeforeCosts : null;

    public double? PerTrade(double amount) => Trades == 0 ? null : amount / Trades;

    /// <summary>The sheet in one sentence.</summary>
    public string Sentence => (Trades, BeforeCosts > 0) switch
    {
        (0, _) => "No trade was made, so nothing was paid.",
        (_, true) => $"Costs took {FigureText.Percent(Total / BeforeCosts, 0)} of the {FigureText.Money(BeforeCosts, cents: false)} that prices brought.",
        _ => $"Prices brought {FigureText.Money(BeforeCosts, cents: false, plus: true)} before costs; {FigureText.Money(Total, cents: false)} of costs came on top.",
    };
}

/// <summary>One kind of cost.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Amount">Money, positive.</param>
/// <param name="Words">What it is.</param>
public sealed record CostLine(string Name, double Amount, string Words);
