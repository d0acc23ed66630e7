using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Tests.Core.Trading;

/// <summary>A million lives of an order in which anything may happen in any order and any number of times.</summary>
public sealed class OrderSequenceTests
{
    private const int Sequences = 1_000_000, Steps = 10, Ids = 4, Revisions = 3;

    private static readonly decimal[] s_quantities = [50, 25, 40, 0, 60, 100, 25, 25, 0, 75, 10, 50];

    private static readonly OrderEvent[] s_executions = [.. Enumerable.Range(0, Ids * Revisions).Select(i =>
        new OrderEvent.Executed(Tickets.Executed($"e{i / Revisions}", s_quantities[i], 50 + i, i % Revisions, i % 2 == 0 ? 0.35m : null)))];

    private static readonly OrderEvent[] s_news =
    [
        new OrderEvent.Persisted(), new OrderEvent.Sent(), new OrderEvent.Acknowledged("1"), new OrderEvent.Acknowledged(null), new OrderEvent.Working(), new OrderEvent.Held("closed"),
        new OrderEvent.CancelRequested("a person"), new OrderEvent.CancelRefused("too late"), new OrderEvent.Cancelled("a person"), new OrderEvent.Rejected("201", "no"), new OrderEvent.Expired(),
        new OrderEvent.AnswerMissing("10 s"), new OrderEvent.Charged("e0", 1), new OrderEvent.Charged("e1", 2),
    ];

    [Fact]
    public void In_a_million_random_lives_the_position_is_the_sum_of_executions_and_no_state_is_illegal()
    {
        var random = new SeededRandom(20240304);
        var ticket = Tickets.Buy();
        int[] highest = new int[Ids];
        var seen = new HashSet<(OrderState, OrderState)>();
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            var order = new Order(ticket);
            var ledger = new AccountLedger(10_000);
            highest.AsSpan().Fill(-1);
            // Half of the lives begin as they should, so that the later states are visited, too.
            int step = 0;
            for (; sequence % 2 == 0 && step < 3; step++)
            {
                order.Apply(s_news[step]);
            }

            for (; step < Steps; step++)
            {
                int choice = random.NextInt32(s_news.Length + s_executions.Length);
                var before = order.State;
                if (choice < s_news.Length)
                {
                    order.Apply(s_news[choice]);
                }
                else
                {
                    choice -= s_news.Length;
                    var executed = (OrderEvent.Executed)s_executions[choice];
                    var (told, booked) = (order.Apply(executed), ledger.Book(ticket.Symbol, ticket.Side, executed.Execution));
                    bool isNew = choice % Revisions > highest[choice / Revisions];
                    highest[choice / Revisions] = Math.Max(highest[choice / Revisions], choice % Revisions);
                    if (isNew != (booked == EventOutcome.Applied) || isNew != (told is EventOutcome.Applied or EventOutcome.Contradiction))
                    {
                        Assert.Fail($"Life {sequence}: {executed.Execution} was {told} and {booked}.");
                    }
                }

                if (before != order.State)
                {
                    seen.Add((before, order.State));
                    if (!OrderTransitions.Allows(before, order.State))
                    {
                        Assert.Fail($"Life {sequence} went from {before} to {order.State}.");
                    }
                }
            }

            Check(sequence, order, ledger, highest);
        }

        // The table promises nothing that never happens.
        Assert.Empty(OrderTransitions.All.Except(seen));
    }

    private static void Check(int sequence, Order order, AccountLedger ledger, int[] highest)
    {
        decimal sum = 0;
        for (int id = 0; id < Ids; id++)
        {
            sum += highest[id] < 0 ? 0 : s_quantities[(id * Revisions) + highest[id]];
        }

        if (order.Filled != sum || ledger.Of("ACME").Quantity != sum || (order.State == OrderState.Filled) != (order.State.IsOver() && sum >= order.Ticket.Quantity))
        {
            Assert.Fail($"Life {sequence}: {order.Filled} filled, {ledger.Of("ACME").Quantity} held, {sum} executed, {order.State}.");
        }

        // Told all over again, nothing changes.
        var (state, cash) = (order.State, ledger.Cash);
        for (int id = 0; id < Ids; id++)
        {
            for (int revision = 0; revision <= highest[id]; revision++)
            {
                var executed = (OrderEvent.Executed)s_executions[(id * Revisions) + revision];
                order.Apply(executed);
                ledger.Book("ACME", OrderSide.Buy, executed.Execution);
            }
        }

        if (order.State != state || order.Filled != sum || ledger.Of("ACME").Quantity != sum || ledger.Cash != cash)
        {
            Assert.Fail($"Life {sequence} changed when it was told again.");
        }
    }
}
