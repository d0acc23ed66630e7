using AlphaFactory.Core.Trading;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>Orders and shares as the pages write them.</summary>
public static class OrderWords
{
    /// <summary><c>8</c>, <c>0.25</c>: shares without their sign.</summary>
    public static string Shares(decimal quantity) => Math.Abs(quantity).ToString(quantity == decimal.Truncate(quantity) ? "N0" : "#,0.#########", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary><c>Long</c>, <c>Short</c> or <c>Flat</c>.</summary>
    public static string Side(decimal held) => held switch { > 0 => "Long", < 0 => "Short", _ => "Flat" };

    /// <summary><c>market</c>, <c>stop</c> and so on.</summary>
    public static string Kind(OrderKind kind) => kind switch
    {
        OrderKind.StopLimit => "stop limit",
        OrderKind.MarketIfTouched => "target",
        OrderKind.MarketOnOpen => "on open",
        OrderKind.MarketOnClose => "on close",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The state in words.</summary>
    public static string State(OrderState state) => state switch
    {
        OrderState.PartiallyFilled => "Partially filled",
        OrderState.CancelRequested => "Being cancelled",
        OrderState.Persisted => "Written down",
        _ => state.ToString(),
    };

    /// <summary>Class of the state: amber where somebody must wait, crimson where it was refused.</summary>
    public static string? Tone(OrderState state) => state switch
    {
        OrderState.Unknown or OrderState.Held or OrderState.CancelRequested => "st-w",
        OrderState.Rejected => "st-d",
        _ => null,
    };

    /// <summary>What the state alone does not say: how much of it, or why.</summary>
    public static string? Detail(OrderState state, decimal filled, decimal quantity, string? why) => state switch
    {
        OrderState.PartiallyFilled => $"{Shares(filled)} of {Shares(quantity)}",
        OrderState.Filled => null,
        _ when filled > 0 => $"{Shares(filled)} of {Shares(quantity)}{(why is null ? "" : ", " + why)}",
        _ => why,
    };

    /// <summary>A price: to the cent, finer below a dollar.</summary>
    public static string? Price(decimal? price) => FigureText.Number((double?)price, price is > -1 and < 1 and not 0 ? 4 : 2);
}
