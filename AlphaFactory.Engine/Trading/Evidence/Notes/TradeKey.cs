using System.Globalization;

namespace AlphaFactory.Engine.Trading.Evidence.Notes;

/// <summary>Names a trade of a deployment, live or in its backtest: symbol, start of the bar it was entered on, and side. No two of a deployment share them.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Entered">Start of the bar it was entered on.</param>
/// <param name="Side">+1 long, -1 short.</param>
public sealed record TradeKey(string Symbol, DateTimeOffset Entered, int Side)
{
    private const long LastInstant = 253_402_300_799_999;

    /// <summary>The key of a trade.</summary>
    public static TradeKey Of(TradeFacts trade) => new(trade.Symbol, trade.Entered, trade.Side);

    /// <summary>Reads a key; null for what is none.</summary>
    public static TradeKey? Parse(string? text) =>
        text?.Split(':') is [{ Length: > 0 and <= 20 } symbol, var time, ("1" or "-1") and var side] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long entered) && entered <= LastInstant
            ? new TradeKey(symbol, DateTimeOffset.FromUnixTimeMilliseconds(entered), side == "1" ? 1 : -1)
            : null;

    /// <summary>The key as notes and links write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Symbol}:{Entered.ToUnixTimeMilliseconds()}:{Side}");
}
