using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>
/// Closes a symbol, or all of them, for a while after bad trades. A pure function of the trades that have ended, asked each time one does. After an idea of the bot
/// freqtrade; docs/trading.md names the differences.
/// </summary>
public interface IProtection
{
    /// <summary>Every reason it can give.</summary>
    IReadOnlyList<RuleCode> Codes { get; }

    /// <summary>Looks at the trades after one has ended.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="parameters">An instance of the record the protection was registered with.</param>
    /// <returns>The lock it demands; null when there is no need.</returns>
    LockDemand? Judge(ProtectionFacts facts, ProtectionParameters parameters);
}

/// <summary>Base of every protection's parameters record; declared once, as a strategy's are.</summary>
public abstract record ProtectionParameters;

/// <summary>A trade that has ended, as a protection sees it.</summary>
/// <param name="Symbol">Symbol traded.</param>
/// <param name="Ended">When it was left.</param>
/// <param name="Return">P&amp;L over entry value, costs counted.</param>
/// <param name="ByStop">True when a stop, fixed or trailing, ended it.</param>
public sealed record EndedTrade(string Symbol, DateTimeOffset Ended, double Return, bool ByStop);

/// <summary>What a protection may know.</summary>
/// <param name="Now">The time now.</param>
/// <param name="Last">The trade that has just ended.</param>
/// <param name="Trades">All trades that have ended, the last one among them, in any order.</param>
public sealed record ProtectionFacts(DateTimeOffset Now, EndedTrade Last, IReadOnlyList<EndedTrade> Trades)
{
    /// <summary>The trades of the last minutes.</summary>
    public IEnumerable<EndedTrade> Within(int minutes) => Trades.Where(trade => trade.Ended > Now.AddMinutes(-minutes) && trade.Ended <= Now);
}
