namespace AlphaFactory.Engine.Backtesting;

/// <summary>An order that opens or adds, before it is filled.</summary>
/// <param name="Bar">0-based bar of the fill.</param>
/// <param name="Side">+1 buys, -1 sells short.</param>
/// <param name="Quantity">Shares asked for, positive.</param>
/// <param name="FillPrice">Price after slippage.</param>
/// <param name="Volume">Volume of the bar.</param>
/// <param name="Equity">Cash plus holdings before the fill.</param>
/// <param name="Held">Shares held on that side, 0 or more.</param>
internal readonly record struct EntryOrder(int Bar, int Side, double Quantity, double FillPrice, double Volume, double Equity, double Held);

/// <summary>The one place where an order that opens or adds may be cut or refused. Orders that close are never touched: nobody is kept in a position.</summary>
internal sealed class OrderGate(SessionRules rules)
{
    /// <summary>Share of a bar's volume from which on an order moves the market for certain.</summary>
    public const double LargeShare = 0.1;

    /// <summary>Orders cut because they were too large a part of the bar's volume.</summary>
    public int CutByVolume { get; private set; }

    /// <summary>Orders let through with more than <see cref="LargeShare"/> of the bar's volume.</summary>
    public int Large { get; private set; }

    /// <summary>Shares that may be filled, from 0 to what was asked for.</summary>
    public double Admit(in EntryOrder order)
    {
        double volume = order.Volume > 0 ? order.Volume : 0, quantity = order.Quantity;
        if (rules.VolumeCapFraction is { } cap && quantity > cap * volume)
        {
            CutByVolume++;
            quantity = rules.Fractional ? cap * volume : Math.Floor(cap * volume);
        }

        if (quantity > LargeShare * volume)
        {
            Large++;
        }

        return quantity;
    }
}
