namespace AlphaFactory.Web.Features.Compare;

/// <summary>What the chart of a comparison shows.</summary>
public enum CompareView
{
    /// <summary>Equity, all from the same start.</summary>
    Equity,

    /// <summary>Depth below the highest close so far.</summary>
    Drawdown,

    /// <summary>Each run against the first one.</summary>
    Difference,
}
