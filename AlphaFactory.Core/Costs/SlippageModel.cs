namespace AlphaFactory.Core.Costs;

/// <summary>How far the price moves against an order. Immutable: the record holds the terms, its attribute the id.</summary>
public abstract record SlippageModel
{
    /// <summary>True when the price depends on the order's share of the bar's volume.</summary>
    public virtual bool DependsOnVolume => false;

    /// <summary>The price a buyer pays or a seller gets.</summary>
    /// <param name="price">Price of the market, above 0.</param>
    /// <param name="side">+1 buys, -1 sells.</param>
    /// <param name="share">The order as a fraction of the volume of the bar it fills on, 0 to 1; models that do not depend on volume pass over it.</param>
    /// <returns>At or above the price for a buyer, at or below for a seller, and above 0.</returns>
    public abstract double FillPrice(double price, int side, double share);

    /// <summary>An order as a share of the bar's volume: 1 where the volume is not known or smaller than the order.</summary>
    public static double ShareOf(double quantity, double volume) => volume > quantity ? quantity / volume : 1;
}
