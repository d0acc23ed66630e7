using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

public sealed class OrderRouterTests
{
    private static readonly SimulatedFaults s_slow = new() { Latency = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public async Task The_intent_is_written_before_the_order_is_handed_over_and_every_step_after_it()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Commission = new PercentCommission { Fraction = 0.001 } }, journal);
        var ticket = desk.Ticket(OrderSide.Buy, 100);
        Assert.Equal(SubmitOutcome.Sent, await desk.SubmitAsync(ticket));
        await desk.PassAsync(1);

        Assert.Equal(ticket, journal.Lines[0].Ticket);
        Assert.Equal(["Sent", "Acknowledged", "Working", "Executed", "Charged"], journal.Lines.Skip(1).Select(line => line.Happened!.GetType().Name));
        Assert.Equal((OrderState.Filled, 100m), (desk.Router.Orders[ticket.Reference].State, desk.Held));
        Assert.Equal(100_000 - 5000 - 5, desk.Router.Ledger.Cash);
    }

    [Fact]
    public async Task The_same_decision_is_placed_once()
    {
        var desk = await TradingDesk.StartAsync();
        var ticket = desk.Ticket(OrderSide.Buy, 100);
        Assert.Equal(SubmitOutcome.Sent, await desk.SubmitAsync(ticket));
        await desk.PassAsync(1);
        Assert.Equal(SubmitOutcome.AlreadyKnown, await desk.SubmitAsync(ticket));
        Assert.Single(desk.Broker.Arrived);
    }

    [Fact]
    public async Task Another_process_that_wrote_the_same_decision_first_is_noticed()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(null, journal);
        var ticket = desk.Ticket(OrderSide.Buy, 100);
        await journal.AddAsync(ticket, ticket.Decided, TestContext.Current.CancellationToken);
        Assert.Equal(SubmitOutcome.AlreadyKnown, await desk.SubmitAsync(ticket));
        Assert.Empty(desk.Broker.Arrived);
    }

    [Fact]
    public async Task Between_the_loss_of_the_connection_and_the_comparison_of_the_books_nothing_is_placed()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow });
        desk.Broker.Disconnect("the cable");
        await desk.PassAsync(1);
        Assert.Equal(SubmitOutcome.NotReady, await desk.BuyAsync(100));
        desk.Broker.Connect();
        await desk.Router.PumpAsync(TestContext.Current.CancellationToken);
        Assert.Contains("not compared", desk.Router.NotReadyWhy, StringComparison.Ordinal);
        Assert.Equal(SubmitOutcome.NotReady, await desk.BuyAsync(100));
        await desk.PassAsync(2);
        Assert.Null(desk.Router.NotReadyWhy);
        Assert.Equal(SubmitOutcome.Sent, await desk.BuyAsync(100));
    }

    [Fact]
    public async Task What_was_executed_while_the_connection_was_broken_is_found()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow });
        await desk.BuyAsync(100);
        desk.Broker.Disconnect("the cable");
        await desk.PassAsync(30);
        Assert.Equal(OrderState.Unknown, desk.Router.Orders.Values.Single().State);
        Assert.Equal(0, desk.Held);
        desk.Broker.Connect();
        await desk.PassAsync(3);
        Assert.Equal((OrderState.Filled, 100m), (desk.Router.Orders.Values.Single().State, desk.Held));
        Assert.Single(desk.Broker.Arrived);
    }

    [Fact]
    public async Task An_order_without_an_answer_is_unknown_after_ten_seconds_freezes_its_symbol_and_is_resolved_by_asking()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow with { Lost = 1 } });
        await desk.BuyAsync(100);
        await desk.PassAsync(9.5);
        Assert.Equal(OrderState.Sent, desk.Router.Orders.Values.Single().State);
        Assert.DoesNotContain("order-unknown", desk.Alarms);
        await desk.PassAsync(0.6);
        Assert.Contains("order-unknown", desk.Alarms);
        Assert.Contains("has no answer", desk.Router.FrozenWhy(TradingDesk.Symbol), StringComparison.Ordinal);
        await desk.PassAsync(2);
        Assert.Equal((OrderState.Filled, 100m), (desk.Router.Orders.Values.Single().State, desk.Held));
        Assert.Null(desk.Router.FrozenWhy(TradingDesk.Symbol));
    }

    [Fact]
    public async Task A_question_that_is_not_answered_leaves_everything_unknown_and_nothing_is_read_as_flat()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow });
        await desk.BuyAsync(100);
        await desk.PassAsync(2);
        var mute = await TradingDesk.RestartAsync(desk.Clock, new SimulatedBroker(desk.Clock, new SimulatedTerms { Faults = s_slow with { Unanswered = 1 } }), new MemoryJournal());
        await mute.PassAsync(25);
        Assert.Contains("no-answer", mute.Alarms);
        Assert.NotNull(mute.Router.NotReadyWhy);
        Assert.Equal(SubmitOutcome.NotReady, await mute.BuyAsync(1));
        Assert.Empty(mute.Router.Differences);
    }

    [Fact]
    public async Task An_order_that_never_arrived_is_sent_again_while_its_decision_is_fresh()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow }, journal);
        var ticket = desk.Ticket(OrderSide.Buy, 100);
        // The program ended between the intent and the hand-over.
        await journal.AddAsync(ticket, ticket.Decided, TestContext.Current.CancellationToken);
        var again = await TradingDesk.RestartAsync(desk.Clock, desk.Broker, journal);
        Assert.Empty(desk.Broker.Arrived); // it might still be on its way
        await again.PassAsync(6);
        Assert.Equal(ticket.Reference, Assert.Single(desk.Broker.Arrived).Reference);
        Assert.Equal((OrderState.Filled, 100m), (again.Router.Orders[ticket.Reference].State, again.Held));
    }

    [Fact]
    public async Task An_order_that_never_arrived_is_given_up_when_its_decision_is_old()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow }, journal);
        var ticket = desk.Ticket(OrderSide.Buy, 100);
        await journal.AddAsync(ticket, ticket.Decided, TestContext.Current.CancellationToken);
        desk.Clock.MoveTo(desk.Clock.GetUtcNow().AddMinutes(5));
        var again = await TradingDesk.RestartAsync(desk.Clock, desk.Broker, journal);
        await again.PassAsync(6);
        Assert.Equal(OrderState.Cancelled, again.Router.Orders[ticket.Reference].State);
        Assert.Contains("never arrived", again.Router.Orders[ticket.Reference].Why, StringComparison.Ordinal);
        Assert.Empty(desk.Broker.Arrived);
    }

    [Fact]
    public async Task A_trade_by_hand_is_noticed_within_35_seconds_and_freezes_its_symbol()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow });
        await desk.BuyAsync(100);
        await desk.PassAsync(1);
        desk.Broker.TradeByHand(TradingDesk.Symbol, OrderSide.Sell, 40, 50);
        await desk.PassAsync(35);
        var difference = Assert.Single(desk.Router.Differences);
        Assert.Equal((100m, 60m), (difference.Ours, difference.Brokers));
        Assert.Contains("position-difference", desk.Alarms);
        Assert.Equal(SubmitOutcome.Sent, await desk.SubmitAsync(desk.Ticket(OrderSide.Buy, 1) with { Symbol = "OTHER" }));
        Assert.Equal(SubmitOutcome.NotReady, await desk.BuyAsync(1));
    }

    [Fact]
    public async Task While_the_journal_is_down_nothing_is_placed_but_an_order_can_be_taken_back_and_what_happens_is_written_later()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(null, journal);
        var ticket = desk.Ticket(OrderSide.Buy, 100, OrderKind.Limit) with { LimitPrice = 40 };
        await desk.SubmitAsync(ticket);
        await desk.PassAsync(1);
        journal.IsDown = true;
        Assert.Equal(SubmitOutcome.NotReady, await desk.BuyAsync(100));
        Assert.Contains("journal-down", desk.Alarms);
        await desk.Router.CancelAsync(ticket.Reference, "a person", TestContext.Current.CancellationToken);
        await desk.PassAsync(1);
        Assert.Equal(OrderState.Cancelled, desk.Router.Orders[ticket.Reference].State);
        Assert.Contains("journal", desk.Router.NotReadyWhy, StringComparison.Ordinal);
        journal.IsDown = false;
        await desk.PassAsync(1);
        Assert.Null(desk.Router.NotReadyWhy);
        Assert.IsType<OrderEvent.Cancelled>(journal.Lines[^1].Happened);
    }

    [Fact]
    public async Task A_wish_to_cancel_that_was_lost_with_the_connection_is_told_again()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow });
        var ticket = desk.Ticket(OrderSide.Buy, 100, OrderKind.Limit) with { LimitPrice = 40, Lifetime = OrderLifetime.UntilCancelled };
        await desk.SubmitAsync(ticket);
        await desk.PassAsync(2);
        desk.Broker.Disconnect("the cable");
        await desk.PassAsync(1);
        await desk.Router.CancelAsync(ticket.Reference, "a person", TestContext.Current.CancellationToken);
        Assert.Equal(OrderState.CancelRequested, desk.Router.Orders[ticket.Reference].State);
        desk.Broker.Connect();
        await desk.PassAsync(15);
        Assert.Equal(OrderState.Cancelled, desk.Router.Orders[ticket.Reference].State);
    }

    [Fact]
    public async Task After_a_restart_the_books_are_what_they_were()
    {
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_slow with { Pieces = 1, Corrected = 1 }, Commission = new PercentCommission { Fraction = 0.001 } }, journal);
        for (int i = 0; i < 5; i++)
        {
            await desk.BuyAsync(100 + i);
            await desk.PassAsync(3);
        }

        var again = await TradingDesk.RestartAsync(desk.Clock, desk.Broker, journal);
        Assert.Equal(510, again.Held);
        Assert.Equal(desk.Router.Ledger.Cash, again.Router.Ledger.Cash);
        Assert.Equal(desk.Router.Orders.Values.Select(order => (order.Ticket, order.State, order.Filled, order.Commission)), again.Router.Orders.Values.Select(order => (order.Ticket, order.State, order.Filled, order.Commission)));
    }
}
