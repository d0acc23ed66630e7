using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>
/// A scripted life of several orders: bought and sold at the market in pieces, and one in four waits at a limit and is taken back. Whoever starts it again in the middle
/// goes through all decisions once more, as a strategy does that decides anew on the last bar; the references find those that were placed.
/// </summary>
internal static class CrashScript
{
    public const int Decisions = 14;

    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(6);

    public static SimulatedTerms Terms { get; } = new()
    {
        Commission = new PercentCommission { Fraction = 0.001 },
        Faults = new SimulatedFaults { Latency = TimeSpan.FromMilliseconds(200), Jitter = TimeSpan.FromMilliseconds(600), Pieces = 0.7, Twice = 0.2, Corrected = 0.2 },
        Seed = 7,
    };

    public static OrderRef Reference(int decision) => OrderRef.Of("script", TradingDesk.Symbol, DecidedAt(decision), decision);

    public static async Task RunAsync(TradingDesk desk, ICrashBroker broker)
    {
        for (int decision = 0; decision < Decisions; decision++)
        {
            if (DecidedAt(decision) - desk.Clock.GetUtcNow() is { Ticks: > 0 } wait)
            {
                await desk.PassAsync(wait);
                broker.Move(new MarketMove.Tick(TradingDesk.Symbol, 50 + decision, 1_000_000));
            }

            await SubmitAsync(desk, decision);
            if (IsLimit(decision))
            {
                await desk.PassAsync(2);
                await desk.Router.CancelAsync(Reference(decision), "the script", CancellationToken.None);
            }
        }

        await desk.PassAsync(40);
    }

    private static async Task SubmitAsync(TradingDesk desk, int decision)
    {
        // A sale is small enough to be covered by what was bought before it.
        var ticket = (decision % 2 == 0 ? desk.Ticket(OrderSide.Buy, 100 + decision) : desk.Ticket(OrderSide.Sell, 5 + decision)) with { Reference = Reference(decision), Decided = DecidedAt(decision) };
        ticket = IsLimit(decision) ? ticket with { Side = OrderSide.Buy, Kind = OrderKind.Limit, LimitPrice = 10 } : ticket;
        if (desk.Router.Orders.ContainsKey(ticket.Reference))
        {
            // The router must find by itself that it knows the decision.
            Assert.Equal(SubmitOutcome.AlreadyKnown, await desk.Router.SubmitAsync(TradingDesk.ApproveBlindly(ticket), CancellationToken.None));
            return;
        }

        for (int attempt = 0; attempt < 60; attempt++)
        {
            if (desk.Judge(ticket) is GateAnswer.Approved approved && await desk.Router.SubmitAsync(approved.Order, CancellationToken.None) != SubmitOutcome.NotReady)
            {
                return;
            }

            await desk.PassAsync(1);
        }
    }

    private static bool IsLimit(int decision) => decision % 4 == 2;

    private static DateTimeOffset DecidedAt(int decision) => TradingDesk.Opening + (s_between * (decision + 1));
}

/// <summary>A broker whose market a script can move.</summary>
internal interface ICrashBroker : IBroker
{
    void Move(MarketMove move);

    void Advance();
}
