using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>What whoever watches a runner is told, beside what its router tells.</summary>
public abstract record RunnerNews
{
    private RunnerNews()
    {
    }

    /// <summary>An order was not let through.</summary>
    public sealed record Refused(OrderTicket Ticket, RiskRefusal Refusal) : RunnerNews;

    /// <summary>A rule closed the account to new positions.</summary>
    /// <param name="Rule">Id of the rule.</param>
    /// <param name="Why">Code and numbers.</param>
    /// <param name="Flattens">True when positions are closed as well.</param>
    /// <param name="At">When, by the clock of the market.</param>
    public sealed record Halted(string Rule, Breach Why, bool Flattens, DateTimeOffset At) : RunnerNews;

    /// <summary>A protection closed a symbol for a while.</summary>
    public sealed record Locked(TradingLock Lock) : RunnerNews;
}
