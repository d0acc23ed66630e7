namespace AlphaFactory.Core.Prices;

/// <summary>How stored raw prices are turned into the prices a run sees. The choice is stamped on every run.</summary>
public enum PriceAdjustment
{
    /// <summary>Prices as traded; splits change the share count and dividends are paid as cash.</summary>
    Raw,

    /// <summary>Multiplied by the split factor, so that a split leaves no jump. Dividends are ignored.</summary>
    Split,

    /// <summary>Multiplied by the total-return factor, so that a dividend is reinvested on its ex-date.</summary>
    TotalReturn,
}
