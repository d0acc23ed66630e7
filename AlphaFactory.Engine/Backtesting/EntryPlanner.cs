using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Exits;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What is held before an order that opens or adds.</summary>
/// <param name="Shares">Shares on the order's side, 0 or more.</param>
/// <param name="Equity">Cash plus holdings at the price of the market.</param>
/// <param name="Cash">Cash, proceeds of a short position included.</param>
internal readonly record struct HeldPosition(double Shares, double Equity, double Cash);

/// <summary>What an order that opens or adds should be, before any risk rule is asked.</summary>
/// <param name="Change">Shares to add; below 0 to take off, NaN when the sizing rule cannot say.</param>
/// <param name="FillPrice">Price expected after slippage.</param>
/// <param name="Stop">Level of the stop that will stand behind it; NaN or infinite without one.</param>
/// <param name="IsCut">True when nothing is left of it because of the bar's volume.</param>
internal readonly record struct EntryPlan(double Change, double FillPrice, double Stop, bool IsCut);

/// <summary>Turns a decision into shares: the same code for a backtest and for a live session.</summary>
internal sealed class EntryPlanner(SessionRules rules, TradeBook trades, List<RiskEvent> events)
{
    private readonly PositionSizing _sizing = new(rules, trades, events);
    private readonly ExitRules _exits = rules.Exits;

    /// <summary>Where orders are cut by volume.</summary>
    public OrderGate Gate { get; } = new(rules);

    /// <param name="order">What was decided.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="bar">0-based bar of the fill.</param>
    /// <param name="price">Price of the market.</param>
    /// <param name="volume">Volume of the bar.</param>
    /// <param name="held">What is held.</param>
    /// <param name="levels">Stop and target of the open trade, when something is held.</param>
    public EntryPlan Plan(in DueOrder order, int side, int bar, double price, double volume, in HeldPosition held, in ExitLevels levels)
    {
        double fillPrice = rules.Slippage.FillPrice(price, side, 0);
        double change = Size(order, side, bar, price, fillPrice, held, levels);
        if (change > 0 && rules.Slippage.DependsOnVolume)
        {
            // The price depends on the quantity and the quantity on the price: the dearer price of the larger order is safe for the smaller one.
            fillPrice = rules.Slippage.FillPrice(price, side, SlippageModel.ShareOf(change, volume));
            change = Size(order, side, bar, price, fillPrice, held, levels);
        }

        if (!(change > 0))
        {
            return new EntryPlan(change, fillPrice, double.NaN, false);
        }

        double admitted = Gate.Admit(new EntryOrder(bar, side, change, fillPrice, volume, held.Equity, held.Shares));
        double stop = held.Shares > 0 ? levels.Stop : _exits.HasStop ? Open(order, side, fillPrice).Stop : double.NaN;
        return new EntryPlan(admitted, fillPrice, stop, admitted == 0);
    }

    /// <summary>Stop and target of a trade that is entered at that price.</summary>
    public ExitLevels Open(in DueOrder order, int side, double fillPrice) =>
        ExitLevels.Open(_exits, side, fillPrice, _exits.StopBase == StopBase.Fill ? fillPrice : order.Close, order.Atr);

    /// <summary>Shares to add on one side at that fill price; negative to take some off.</summary>
    private double Size(in DueOrder order, int side, int bar, double price, double fillPrice, in HeldPosition held, in ExitLevels levels)
    {
        double risk = held.Shares > 0 ? levels.Risk : _exits.HasStop ? Open(order, side, fillPrice).Risk : double.NaN;
        return _sizing.Shares(new SizingContext(bar, side, Math.Abs(order.Wanted), price, fillPrice, held.Equity, held.Cash, held.Shares, risk)) - held.Shares;
    }
}
