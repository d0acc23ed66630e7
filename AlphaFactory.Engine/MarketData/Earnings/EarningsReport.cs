namespace AlphaFactory.Engine.MarketData.Earnings;

/// <summary>A day on which a company reports its earnings, past or announced.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Day">Day of the exchange.</param>
/// <param name="Session">Part of the day; null when it is not known.</param>
public sealed record EarningsReport(string Symbol, DateOnly Day, EarningsSession? Session);

/// <summary>Part of the day in which a report comes.</summary>
public enum EarningsSession
{
    /// <summary>Before the exchange opens.</summary>
    BeforeOpen,

    /// <summary>After it has closed.</summary>
    AfterClose,
}
