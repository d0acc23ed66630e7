using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using static AlphaFactory.Tests.Core.Trading.Tickets;

namespace AlphaFactory.Tests.Engine.Trading;

public sealed class ReconciliationTests
{
    private static readonly BrokerAnswers s_nothing = new() { OpenOrders = [], Executions = [], Positions = new Dictionary<string, decimal>() };

    [Fact]
    public void With_an_answer_missing_nothing_is_concluded()
    {
        Order[] ours = [Unknown()];
        Assert.Null(Compare(ours, 0, s_nothing with { Positions = null }));
        Assert.Null(Compare(ours, 0, s_nothing with { OpenOrders = null }));
        Assert.Null(Compare(ours, 0, s_nothing with { Executions = null }));
    }

    [Fact]
    public void An_unknown_order_that_the_broker_never_had_never_arrived() =>
        Assert.Equal([Buy().Reference], Compare([Unknown()], 0, s_nothing)!.NeverArrived);

    [Fact]
    public void An_order_that_the_broker_rejected_unheard_is_not_taken_for_one_that_never_arrived()
    {
        var end = new OrderEvent.Rejected("201", "no margin");
        var result = Compare([Unknown()], 0, s_nothing with { Ended = [new BrokerEndedOrder(new BrokerOrderKey(Buy().Reference, "b1"), end)] })!;
        Assert.Empty(result.NeverArrived);
        Assert.Equal([end], result.News.Select(news => news.Happened));
    }

    [Fact]
    public void Where_the_position_differs_nobody_can_say_that_an_order_never_arrived()
    {
        var result = Compare([Unknown()], 0, s_nothing with { Positions = new Dictionary<string, decimal> { ["ACME"] = 100 } })!;
        Assert.Empty(result.NeverArrived);
        Assert.Equal([new PositionDifference("ACME", 0, 100)], result.Differences);
    }

    [Fact]
    public void An_unknown_order_that_waits_at_the_broker_is_working_there()
    {
        var result = Compare([Unknown()], 0, s_nothing with { OpenOrders = [Open(Buy().Reference, "b1")] })!;
        Assert.Equal([new OrderEvent.Acknowledged("b1"), new OrderEvent.Working()], result.News.Select(news => news.Happened));
        Assert.Empty(result.NeverArrived);
    }

    [Fact]
    public void An_execution_that_was_missed_is_news_and_explains_the_position()
    {
        var execution = Executed("b1.1", 100);
        var result = Compare([Unknown()], 0, s_nothing with { Executions = [Trade(Buy().Reference, "b1", execution)], Positions = new Dictionary<string, decimal> { ["ACME"] = 100 } })!;
        Assert.Equal([new OrderEvent.Executed(execution)], result.News.Select(news => news.Happened));
        Assert.Empty(result.Differences);
    }

    [Fact]
    public void A_correction_counts_by_what_it_changes()
    {
        var order = Working();
        order.Apply(new OrderEvent.Executed(Executed("7.1", 60)));
        var result = Compare([order], 60, s_nothing with
        {
            OpenOrders = [Open(Buy().Reference, "7")],
            Executions = [Trade(Buy().Reference, "7", Executed("7.1", 50, 50, revision: 1))],
            Positions = new Dictionary<string, decimal> { ["ACME"] = 50 },
        })!;
        Assert.IsType<OrderEvent.Executed>(result.News[0].Happened);
        Assert.Empty(result.Differences);
    }

    [Fact]
    public void A_commission_that_was_missed_is_news()
    {
        var order = Working();
        order.Apply(new OrderEvent.Executed(Executed("7.1", 100)));
        var answers = s_nothing with { Executions = [Trade(Buy().Reference, "7", Executed("7.1", 100, commission: 1.25m))], Positions = new Dictionary<string, decimal> { ["ACME"] = 100 } };
        var result = Compare([order], 100, answers)!;
        Assert.Equal([new OrderEvent.Charged("7.1", 1.25m)], result.News.Select(news => news.Happened));
        order.Apply(result.News[0].Happened);
        Assert.Empty(Compare([order], 100, answers)!.News);
    }

    [Fact]
    public void The_broker_id_goes_before_the_reference()
    {
        // The broker gives the reference of one order with the id of another: the lasting id is right.
        var (first, second) = (Working(), new Order(Buy(100, "ACME", 1)));
        second.Apply(new OrderEvent.Persisted());
        second.Apply(new OrderEvent.Sent());
        second.Apply(new OrderEvent.Acknowledged("8"));
        var result = Compare([first, second], 0, s_nothing with
        {
            OpenOrders = [Open(Buy().Reference, "7")],
            Executions = [Trade(Buy().Reference, "8", Executed("8.1", 100))],
            Positions = new Dictionary<string, decimal> { ["ACME"] = 100 },
        })!;
        Assert.Equal(second.Ticket.Reference, result.News[0].Reference);
    }

    [Fact]
    public void An_order_that_the_broker_had_and_has_no_more_is_over()
    {
        var result = Compare([Working()], 0, s_nothing)!;
        Assert.IsType<OrderEvent.Cancelled>(Assert.Single(result.News).Happened);
        Assert.Empty(result.NeverArrived);
    }

    [Fact]
    public void Of_an_order_that_was_acknowledged_after_the_question_silence_says_nothing()
    {
        var result = Reconciliation.Compare([Working()], new Dictionary<string, decimal>(), s_nothing, new HashSet<OrderRef>())!;
        Assert.Empty(result.News);
        Assert.Empty(result.NeverArrived);
    }

    [Fact]
    public void An_order_that_is_over_for_us_and_waits_at_the_broker_must_be_taken_back()
    {
        var order = Working();
        order.Apply(new OrderEvent.Cancelled("asked for"));
        Assert.Equal([order.Ticket.Reference], Compare([order], 0, s_nothing with { OpenOrders = [Open(order.Ticket.Reference, "7")] })!.StillWaiting);
    }

    [Fact]
    public void What_is_not_ours_is_named_and_left_alone()
    {
        Assert.True(OrderRef.TryParse("somebody", out var stranger));
        var result = Compare([], 0, s_nothing with { OpenOrders = [Open(stranger, "9")], Executions = [Trade(stranger, "9", Executed("9.1", 5))], Positions = new Dictionary<string, decimal> { ["ACME"] = 5 } })!;
        Assert.Single(result.ForeignOrders);
        Assert.Single(result.ForeignExecutions);
        Assert.Single(result.Differences);
        Assert.Empty(result.News);
    }

    private static Order Unknown()
    {
        var order = new Order(Buy());
        order.Apply(new OrderEvent.Persisted());
        order.Apply(new OrderEvent.AnswerMissing("the program was started anew"));
        return order;
    }

    private static BrokerOpenOrder Open(OrderRef reference, string id) => new(new BrokerOrderKey(reference, id), "ACME", OrderSide.Buy, 100, 0);

    private static BrokerExecution Trade(OrderRef reference, string id, Execution execution) => new(new BrokerOrderKey(reference, id), "ACME", OrderSide.Buy, execution);

    private static ReconciliationResult? Compare(Order[] ours, decimal held, BrokerAnswers answers) =>
        Reconciliation.Compare(ours, held == 0 ? new Dictionary<string, decimal>() : new Dictionary<string, decimal> { ["ACME"] = held }, answers, ours.Select(order => order.Ticket.Reference).ToHashSet());
}
