using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>
/// Is told what a session saw and what the gate kept from it, while it happens: what an evening's comparison with a backtest starts from. It must not wait, and what it does
/// with the news is no concern of the session. After a restart it is told the same things again.
/// </summary>
public interface ISessionWitness
{
    /// <summary>A bar was decided on.</summary>
    /// <param name="seen">Every closed bar the session knew, the new one last.</param>
    void Saw(BarSeries seen);

    /// <summary>An order was refused.</summary>
    void Refused(OrderTicket ticket, RiskRefusal refusal);

    /// <summary>An order passed with fewer shares than it was for.</summary>
    /// <param name="asked">As the session wanted it.</param>
    /// <param name="allowed">Shares that passed.</param>
    /// <param name="tightest">The rule that decided.</param>
    void Cut(OrderTicket asked, decimal allowed, BoundRule tightest);
}
