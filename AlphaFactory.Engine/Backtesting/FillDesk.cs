using AlphaFactory.Core.Costs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Where a fill happens: brings the position to the wanted exposure at a market price and books each fill with everybody who must know.</summary>
internal sealed class FillDesk(SessionRules rules, Ledger ledger, TradeBook trades, ConservationCheck check, PositionSizing sizing, OrderGate gate)
{
    private double _tradedValue;

    public double Commission { get; private set; }

    public double Slippage { get; private set; }

    /// <summary>Orders that came to less than one share.</summary>
    public int OrdersTooSmall { get; private set; }

    /// <summary>Value traded since the last call.</summary>
    public double TakeTradedValue()
    {
        double value = _tradedValue;
        _tradedValue = 0;
        return value;
    }

    /// <param name="wanted">Exposure in [-1, 1].</param>
    /// <param name="bar">Bar of the fill.</param>
    /// <param name="price">Price of the market before slippage.</param>
    /// <param name="volume">Volume of the bar.</param>
    /// <param name="reason">Exit reason, should this close a trade.</param>
    public void MoveTo(double wanted, int bar, double price, double volume, string reason)
    {
        int side = Math.Sign(wanted);
        if (ledger.Position != 0 && Math.Sign(ledger.Position) != side)
        {
            Trade(-ledger.Position, bar, price, volume, reason);
        }

        if (side != 0)
        {
            double change = Change(wanted, side, bar, price, volume);
            if (change == 0 && ledger.Position == 0)
            {
                OrdersTooSmall++;
            }

            Trade(side * change, bar, price, volume, reason);
        }
    }

    /// <summary>Shares to add on one side; negative to take some off.</summary>
    private double Change(double wanted, int side, int bar, double price, double volume)
    {
        double held = Math.Abs(ledger.Position), equity = ledger.Equity(price);
        double fillPrice = rules.Slippage.FillPrice(price, side, 0);
        double change = Sized(fillPrice) - held;
        if (change > 0 && rules.Slippage.DependsOnVolume)
        {
            // The price depends on the quantity and the quantity on the price: the dearer price of the larger order is safe for the smaller one.
            fillPrice = rules.Slippage.FillPrice(price, side, SlippageModel.ShareOf(change, volume));
            change = Sized(fillPrice) - held;
        }

        return change <= 0 ? change : gate.Admit(new EntryOrder(bar, side, change, fillPrice, volume, equity, held));

        double Sized(double at) => sizing.Shares(new SizingContext(bar, side, Math.Abs(wanted), price, at, equity, ledger.Cash, held, double.NaN));
    }

    private void Trade(double change, int bar, double price, double volume, string reason)
    {
        if (change == 0)
        {
            return;
        }

        int side = Math.Sign(change);
        double quantity = Math.Abs(change);
        double fillPrice = rules.Slippage.FillPrice(price, side, SlippageModel.ShareOf(quantity, volume));
        var fill = new Fill(bar, side, quantity, fillPrice, rules.Commission.Of(quantity, fillPrice), quantity * Math.Abs(fillPrice - price), reason);
        ledger.Book(fill);
        check.Record(fill);
        trades.Record(fill);
        Commission += fill.Commission;
        Slippage += fill.Slippage;
        _tradedValue += fill.Value;
    }
}
