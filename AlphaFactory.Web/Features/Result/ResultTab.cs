namespace AlphaFactory.Web.Features.Result;

/// <summary>The views of a result.</summary>
public enum ResultTab
{
    Charts,
    Trades,
    Costs,
    Risk,
    Settings,
    Log,
}
