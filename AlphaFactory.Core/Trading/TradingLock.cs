using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading;

/// <summary>Nothing may be opened in a symbol, or in any, for a while.</summary>
/// <param name="Number">1 for the first lock of a book, and so on.</param>
/// <param name="Symbol">The symbol; null is all of them.</param>
/// <param name="By">Id of the protection, or the name of a person.</param>
/// <param name="Why">Code and numbers.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Words">The case in words.</param>
public sealed record TradingLock(int Number, string? Symbol, string By, Breach Why, DateTimeOffset From, DateTimeOffset Until, string Words)
{
    /// <summary>Who took it off before its time, when, and with which note; null while nobody did.</summary>
    public (string Who, DateTimeOffset At, string Note)? Unlocked { get; init; }

    /// <summary>True when it keeps a symbol closed.</summary>
    public bool Holds(string symbol, DateTimeOffset now) => (Symbol is null || Symbol == symbol) && Unlocked is null && now >= From && now < Until;
}
