namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>Something the market did.</summary>
public abstract record MarketMove(string Symbol)
{
    /// <summary>The price was this at that moment: a tick.</summary>
    /// <param name="Symbol">Symbol traded.</param>
    /// <param name="Price">The price.</param>
    /// <param name="Volume">Shares traded, as far as it is known.</param>
    public sealed record Tick(string Symbol, double Price, double Volume) : MarketMove(Symbol);

    /// <summary>A bar opened. Stops are not looked at until <see cref="Range"/>, so that an order placed at the opening goes before them, as in the backtest.</summary>
    /// <param name="Symbol">Symbol traded.</param>
    /// <param name="Price">Its first price.</param>
    /// <param name="Volume">Shares of the whole bar.</param>
    public sealed record Opening(string Symbol, double Price, double Volume) : MarketMove(Symbol);

    /// <summary>A bar went through its range: nobody knows in which order, so the worse is taken.</summary>
    public sealed record Range(string Symbol, double Open, double High, double Low, double Volume) : MarketMove(Symbol);

    /// <summary>A bar closed.</summary>
    /// <param name="Symbol">Symbol traded.</param>
    /// <param name="Price">Its last price.</param>
    /// <param name="Volume">Shares of the whole bar.</param>
    /// <param name="EndsSession">True at the end of the trading day: orders for the day expire.</param>
    public sealed record Closing(string Symbol, double Price, double Volume, bool EndsSession) : MarketMove(Symbol);
}
