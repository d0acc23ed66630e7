using AlphaFactory.Core.Trading;
using static AlphaFactory.Tests.Core.Trading.Tickets;

namespace AlphaFactory.Tests.Core.Trading;

public sealed class OrderTests
{
    [Fact]
    public void An_order_lives_from_new_to_filled_and_its_executions_add_up()
    {
        var order = Working();
        Assert.Equal(EventOutcome.Applied, Fill(order, "a", 40, 50));
        Assert.Equal((OrderState.PartiallyFilled, 40m, 60m), (order.State, order.Filled, order.Remaining));
        Assert.Equal(EventOutcome.Applied, Fill(order, "b", 60, 51));
        Assert.Equal((OrderState.Filled, 100m, 50.6m), (order.State, order.Filled, order.AveragePrice));
        Assert.Equal("7", order.BrokerId);
    }

    [Fact]
    public void A_fill_before_the_acknowledgement_counts_and_the_acknowledgement_is_late()
    {
        var order = Sent();
        Fill(order, "a", 40);
        Assert.Equal(OrderState.PartiallyFilled, order.State);
        Assert.Equal(EventOutcome.Late, order.Apply(new OrderEvent.Acknowledged(null)));
        Assert.Equal(EventOutcome.Applied, order.Apply(new OrderEvent.Acknowledged("9"))); // its id was news all the same
        Assert.Equal((OrderState.PartiallyFilled, "9"), (order.State, order.BrokerId));
    }

    [Fact]
    public void A_fill_after_the_cancel_counts_and_completes_the_order_when_it_is_the_rest()
    {
        var order = Working();
        order.Apply(new OrderEvent.CancelRequested("a person"));
        Fill(order, "a", 30);
        Assert.Equal(OrderState.CancelRequested, order.State);
        order.Apply(new OrderEvent.Cancelled("a person"));
        Fill(order, "b", 20);
        Assert.Equal((OrderState.Cancelled, 50m), (order.State, order.Filled));
        Fill(order, "c", 50);
        Assert.Equal((OrderState.Filled, 100m), (order.State, order.Filled));
    }

    [Fact]
    public void An_execution_told_twice_counts_once_and_the_highest_revision_holds()
    {
        var order = Working();
        Fill(order, "a", 40);
        Assert.Equal(EventOutcome.Duplicate, Fill(order, "a", 40));
        Assert.Equal(EventOutcome.Applied, Fill(order, "a", 30, 50, revision: 2));
        Assert.Equal(EventOutcome.Late, Fill(order, "a", 35, 50, revision: 1));
        Assert.Equal(30, order.Filled);
        Assert.Equal(EventOutcome.Applied, Fill(order, "a", 0, 50, revision: 3));
        Assert.Equal((OrderState.Working, 0m), (order.State, order.Filled));
    }

    [Fact]
    public void A_correction_that_comes_before_what_it_corrects_holds()
    {
        var order = Working();
        Fill(order, "a", 30, 50, revision: 1);
        Assert.Equal(EventOutcome.Late, Fill(order, "a", 40));
        Assert.Equal(30, order.Filled);
    }

    [Fact]
    public void A_correction_takes_completeness_away_but_does_not_bring_the_order_back()
    {
        var order = Working();
        Fill(order, "a", 100);
        Fill(order, "a", 90, 50, revision: 1);
        Assert.Equal((OrderState.Cancelled, 90m), (order.State, order.Filled));
    }

    [Fact]
    public void A_missing_answer_makes_it_unknown_and_only_an_answer_ends_that()
    {
        var order = Sent();
        order.Apply(new OrderEvent.AnswerMissing("no acknowledgement for 10 s"));
        Assert.Equal(OrderState.Unknown, order.State);
        Assert.True(order.State.MayBeAtBroker());
        Fill(order, "a", 40);
        Assert.Equal(OrderState.Unknown, order.State); // alive then; nobody knows of the rest
        Assert.Equal(EventOutcome.Late, order.Apply(new OrderEvent.Persisted()));
        order.Apply(new OrderEvent.Working());
        Assert.Equal(OrderState.PartiallyFilled, order.State);
    }

    [Fact]
    public void A_wish_to_cancel_outlives_the_unknown()
    {
        var order = Working();
        order.Apply(new OrderEvent.CancelRequested("a person"));
        order.Apply(new OrderEvent.AnswerMissing("connection lost"));
        Assert.True(order.CancelWanted);
        Assert.Equal((EventOutcome.Duplicate, OrderState.Unknown), (order.Apply(new OrderEvent.CancelRequested("again")), order.State));
        order.Apply(new OrderEvent.Working());
        order.Apply(new OrderEvent.CancelRequested("told again"));
        order.Apply(new OrderEvent.CancelRefused("too late"));
        Assert.Equal((OrderState.Working, false), (order.State, order.CancelWanted));
    }

    [Fact]
    public void An_execution_of_a_rejected_order_proves_that_it_lives()
    {
        var order = Sent();
        order.Apply(new OrderEvent.Rejected("201", "no margin"));
        Assert.Equal("201: no margin", order.Why);
        Assert.Equal(EventOutcome.Contradiction, Fill(order, "a", 10));
        Assert.Equal((OrderState.Unknown, 10m), (order.State, order.Filled));
    }

    [Fact]
    public void A_rejection_after_executions_ends_the_rest()
    {
        var order = Working();
        Fill(order, "a", 10);
        order.Apply(new OrderEvent.Rejected("202", "cancelled"));
        Assert.Equal((OrderState.Cancelled, 10m), (order.State, order.Filled));
    }

    [Fact]
    public void More_than_was_ordered_is_counted_and_contradicted()
    {
        var order = Working();
        Fill(order, "a", 100);
        Assert.Equal(EventOutcome.Contradiction, Fill(order, "b", 100));
        Assert.Equal((OrderState.Filled, 200m, 0m, true), (order.State, order.Filled, order.Remaining, order.IsOverfilled));
    }

    [Fact]
    public void A_broker_that_knows_an_order_nobody_wrote_down_is_a_riddle()
    {
        var order = new Order(Buy());
        Assert.Equal(EventOutcome.Contradiction, order.Apply(new OrderEvent.Working()));
        Assert.Equal(OrderState.Unknown, order.State);
    }

    [Fact]
    public void Commission_may_come_before_the_execution()
    {
        var order = Working();
        Assert.Equal(EventOutcome.Applied, order.Apply(new OrderEvent.Charged("a", 1.25m)));
        Assert.Equal(EventOutcome.Duplicate, order.Apply(new OrderEvent.Charged("a", 1.25m)));
        Fill(order, "a", 40);
        Fill(order, "a", 39, 50, revision: 1);
        Assert.Equal(1.25m, order.Commission);
        order.Apply(new OrderEvent.Charged("a", 1.5m));
        Assert.Equal(1.5m, order.Commission);
    }

    [Theory]
    [InlineData(OrderKind.Market, null, null, true)]
    [InlineData(OrderKind.Market, 10.0, null, false)]
    [InlineData(OrderKind.Limit, 10.0, null, true)]
    [InlineData(OrderKind.Limit, null, null, false)]
    [InlineData(OrderKind.Stop, null, 10.0, true)]
    [InlineData(OrderKind.Stop, 10.0, 10.0, false)]
    [InlineData(OrderKind.StopLimit, 10.0, 10.0, true)]
    [InlineData(OrderKind.StopLimit, -1.0, 10.0, false)]
    public void A_ticket_says_what_is_wrong_with_it(OrderKind kind, double? limit, double? stop, bool isRight) =>
        Assert.Equal(isRight, (Buy() with { Kind = kind, LimitPrice = (decimal?)limit, StopPrice = (decimal?)stop }).Fault() is null);

    [Fact]
    public void The_same_decision_has_the_same_reference_and_another_has_another()
    {
        Assert.Equal(OrderRef.Of("d1", "ACME", Now, 0), OrderRef.Of("d1", "ACME", Now, 0));
        Assert.NotEqual(OrderRef.Of("d1", "ACME", Now, 0), OrderRef.Of("d1", "ACME", Now, 1));
        Assert.NotEqual(OrderRef.Of("d1", "ACME", Now, 0), OrderRef.Of("d1", "ACME", Now.AddMinutes(5), 0));
        Assert.True(OrderRef.TryParse(OrderRef.Of("d1", "BRK.B", Now, 0).Text, out var read));
        Assert.Equal(OrderRef.Of("d1", "BRK.B", Now, 0), read);
        Assert.False(OrderRef.TryParse("a b", out _));
        Assert.Throws<ArgumentException>(() => OrderRef.Of(new string('x', 60), "ACME", Now, 0));
    }

    private static Order Sent()
    {
        var order = new Order(Buy());
        order.Apply(new OrderEvent.Persisted());
        order.Apply(new OrderEvent.Sent());
        return order;
    }

    private static EventOutcome Fill(Order order, string id, decimal quantity, decimal price = 50, int revision = 0) =>
        order.Apply(new OrderEvent.Executed(Executed(id, quantity, price, revision)));
}
