namespace AlphaFactory.Engine.Backtesting;

/// <summary>What a session leaves behind; columns have one value per bar.</summary>
/// <param name="Equity">Cash plus holdings at each close.</param>
/// <param name="Position">Shares held after each close, signed.</param>
/// <param name="TradedValue">Value traded in each bar.</param>
/// <param name="Trades">Trades in order of entry.</param>
/// <param name="Commission">Commission paid in all.</param>
/// <param name="Slippage">What slippage cost in all.</param>
/// <param name="OrdersTooSmall">Orders that came to less than one share.</param>
/// <param name="RuinedAt">Bar on which equity was gone and trading ended; null when it never was.</param>
public sealed record SessionOutcome(double[] Equity, double[] Position, double[] TradedValue, IReadOnlyList<Trade> Trades, double Commission, double Slippage, int OrdersTooSmall, int? RuinedAt);
