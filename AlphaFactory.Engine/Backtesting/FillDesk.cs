using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Where a fill happens: brings the position to the wanted exposure at a market price and books each fill with everybody who must know.</summary>
internal sealed class FillDesk(SessionRules rules, Ledger ledger, TradeBook trades, ConservationCheck check)
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
    /// <param name="reason">Exit reason, should this close a trade.</param>
    public void MoveTo(double wanted, int bar, double price, string reason)
    {
        int side = Math.Sign(wanted);
        if (ledger.Position != 0 && Math.Sign(ledger.Position) != side)
        {
            Trade(-ledger.Position, bar, price, reason);
        }

        if (side != 0)
        {
            double change = (side * Size(wanted, side, price)) - ledger.Position;
            if (change == 0 && ledger.Position == 0)
            {
                OrdersTooSmall++;
            }

            Trade(change, bar, price, reason);
        }
    }

    /// <summary>Shares to hold on one side, positive.</summary>
    private double Size(double wanted, int side, double price)
    {
        double share = Math.Abs(wanted) * rules.SizeFraction;
        double held = Math.Abs(ledger.Position);
        double equity = ledger.Equity(price);
        double fillPrice = rules.Costs.FillPrice(price, side);
        double target = EquityFraction.Quantity(share, equity, fillPrice, rules.Costs.CommissionFraction, rules.Fractional);
        // What is already held is paid for; only the shares added must fit into what is left.
        double left = side > 0 ? ledger.Cash : equity - (held * fillPrice);
        double affordable = held + EquityFraction.Affordable(left, fillPrice, rules.Costs.CommissionFraction, rules.Fractional);
        return Math.Min(target, Math.Max(affordable, held));
    }

    private void Trade(double change, int bar, double price, string reason)
    {
        if (change == 0)
        {
            return;
        }

        int side = Math.Sign(change);
        double quantity = Math.Abs(change);
        double fillPrice = rules.Costs.FillPrice(price, side);
        var fill = new Fill(bar, side, quantity, fillPrice, rules.Costs.Commission(quantity, fillPrice), quantity * Math.Abs(fillPrice - price), reason);
        ledger.Book(fill);
        check.Record(fill);
        trades.Record(fill);
        Commission += fill.Commission;
        Slippage += fill.Slippage;
        _tradedValue += fill.Value;
    }
}
