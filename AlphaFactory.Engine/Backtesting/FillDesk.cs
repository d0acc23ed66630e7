using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Exits;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Where a fill happens: brings the position to the wanted exposure at a market price and books each fill with everybody who must know.</summary>
internal sealed class FillDesk(SessionRules rules, Ledger ledger, TradeBook trades, ConservationCheck check, RiskDesk? risk, List<RiskEvent> events)
{
    private readonly EntryPlanner _planner = new(rules, trades, events);
    private ExitLevels _levels;
    private double _tradedValue;

    public double Commission { get; private set; }

    public double Slippage { get; private set; }

    /// <summary>Orders that came to less than one share.</summary>
    public int OrdersTooSmall { get; private set; }

    /// <summary>Where orders are cut.</summary>
    public OrderGate Gate => _planner.Gate;

    /// <summary>Stop and target of the open trade.</summary>
    public ref ExitLevels Levels => ref _levels;

    /// <summary>True when something was traded since the value was last taken.</summary>
    public bool HasTraded => _tradedValue != 0;

    /// <summary>Value traded since the last call.</summary>
    public double TakeTradedValue()
    {
        double value = _tradedValue;
        _tradedValue = 0;
        return value;
    }

    /// <summary>Fills an order that waited.</summary>
    /// <param name="order">What was decided.</param>
    /// <param name="bar">Bar of the fill.</param>
    /// <param name="price">Price of the market before slippage.</param>
    /// <param name="volume">Volume of the bar.</param>
    public void Fill(in DueOrder order, int bar, double price, double volume)
    {
        int side = Math.Sign(order.Wanted);
        if (ledger.Position != 0 && Math.Sign(ledger.Position) != side)
        {
            Close(bar, price, volume, ExitReasons.Signal);
        }

        if (side != 0)
        {
            Enter(order, side, bar, price, volume);
        }
    }

    /// <summary>Leaves the whole position at a market price.</summary>
    public void Close(int bar, double price, double volume, string reason)
    {
        double quantity = Math.Abs(ledger.Position);
        int side = -Math.Sign(ledger.Position);
        Trade(side, quantity, bar, price, rules.Slippage.FillPrice(price, side, SlippageModel.ShareOf(quantity, volume)), reason);
    }

    /// <summary>Leaves the whole position at exactly that price and without commission: no order, but a settlement.</summary>
    public void Settle(int bar, double price, string reason) =>
        Book(new Fill(bar, -Math.Sign(ledger.Position), Math.Abs(ledger.Position), price, 0, 0, reason));

    private void Enter(in DueOrder order, int side, int bar, double price, double volume)
    {
        double held = Math.Abs(ledger.Position);
        var plan = _planner.Plan(order, side, bar, price, volume, new HeldPosition(held, ledger.Equity(price), ledger.Cash), _levels);
        double change = plan.Change;
        if (change > 0 && risk is not null)
        {
            change = risk.Admit(bar, side, change, price, plan.FillPrice, rules.Commission.Of(change, plan.FillPrice), plan.Stop);
        }
        else if (change == 0 && held == 0 && !plan.IsCut)
        {
            OrdersTooSmall++;
        }

        if (change != 0 && !double.IsNaN(change))
        {
            int direction = side * Math.Sign(change);
            double fillPrice = rules.Slippage.FillPrice(price, direction, SlippageModel.ShareOf(Math.Abs(change), volume));
            if (held == 0)
            {
                _levels = _planner.Open(order, side, fillPrice);
            }

            Trade(direction, Math.Abs(change), bar, price, fillPrice, ExitReasons.Signal);
        }
    }

    private void Trade(int side, double quantity, int bar, double price, double fillPrice, string reason) =>
        Book(new Fill(bar, side, quantity, fillPrice, rules.Commission.Of(quantity, fillPrice), quantity * Math.Abs(fillPrice - price), reason));

    private void Book(in Fill fill)
    {
        ledger.Book(fill);
        check.Record(fill);
        trades.Record(fill, _levels, ledger.Position == 0);
        Commission += fill.Commission;
        Slippage += fill.Slippage;
        _tradedValue += fill.Value;
    }
}
