namespace AlphaFactory.Core.Risk;

/// <summary>When a risk rule is asked.</summary>
[Flags]
public enum RiskMoments
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>Before an order that opens or adds is filled. Orders that close are never asked about: nobody is kept in a position.</summary>
    Order = 1,

    /// <summary>At the close of every bar, or on every mark of a live account.</summary>
    Account = 2,
}
