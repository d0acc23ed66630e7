using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>What is seen of a runner from outside, and what a person may want of it.</summary>
public sealed partial class LiveRunner
{
    private const int RefusalsKept = 200;

    /// <summary>Told what happens; may be null.</summary>
    public Action<RunnerNews>? Watcher { get; set; }

    /// <summary>True while bars are gone through once more after a restart: what is told then has happened before.</summary>
    public bool IsReliving => _relived is not null;

    /// <summary>Cash and positions: the account as it is, or as it was on the bar that is gone through once more.</summary>
    public AccountLedger Books => Ledger;

    /// <summary>The last price with its instant; null before there was one.</summary>
    public (double Price, DateTimeOffset At)? Heard => double.IsNaN(_price) ? null : (_price, _heard);

    /// <summary>The account as the risk rules see it.</summary>
    public RiskFacts Account => Facts() with { Market = new MarketFacts { Now = Now, LastPrice = _price, Placed = [.. _placed.Select(before => before.Order)] } };

    /// <summary>Rules that keep the account closed to new positions, each with the day on which it opens again.</summary>
    public IEnumerable<(string Rule, Breach Why, DateOnly? Reopens)> Halts => _periods.Halts.Closed;

    /// <summary>The trading day.</summary>
    public DateOnly Day => _periods.Day;

    /// <summary>True while a person wants out and the order for it is not over.</summary>
    public bool IsLeaving => session.IsLeaving || _open.Any(reference => router.Orders[reference].Ticket.Reason == Backtesting.ExitReasons.Hand);

    /// <summary>Asks the gate once more about an order that never arrived at the broker, as it asked when the order was placed.</summary>
    /// <remarks>The router asks right after the books were compared: that the order itself had no answer until then freezes nothing.</remarks>
    public GateAnswer Approve(OrderTicket ticket) =>
        _gate.Judge(ticket, GateFacts(_wanted.GetValueOrDefault(ticket.Reference) ?? new SessionCommand.Place(ticket, new ExpectedFill(_price, 0, double.NaN))) with { FrozenWhy = router.NotReadyWhy });

    /// <summary>The price there was when the program ended, so that the gate can judge before bars are gone through once more.</summary>
    public void Recall(double price) => Hear(price);

    /// <summary>A person wants out: every order is taken back and the position closed at the next price there is.</summary>
    /// <param name="why">Why the orders are taken back, in words.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public async Task LeaveAsync(string why, CancellationToken cancellationToken)
    {
        await router.CancelAllAsync(why, cancellationToken);
        await StepAsync(new SessionEvent.LeaveWanted(Now, _price), cancellationToken);
        await SettleAsync(cancellationToken);
    }

    private void Refuse(OrderTicket ticket, RiskRefusal refusal)
    {
        if (Refusals.Count >= 2 * RefusalsKept)
        {
            Refusals.RemoveRange(0, RefusalsKept);
        }

        Refusals.Add((ticket, refusal));
        setting.Witness?.Refused(ticket, refusal);
        Tell(new RunnerNews.Refused(ticket, refusal));
    }

    private void Tell(RunnerNews news) => Watcher?.Invoke(news);
}
