using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>The order journal, whatever the database.</summary>
public abstract class OrderJournalContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 4, 14, 30, 0, 123, TimeSpan.Zero);

    private static readonly OrderTicket s_ticket = new()
    {
        Reference = OrderRef.Of("d1", "BRK.B", s_now, 0),
        Symbol = "BRK.B",
        Side = OrderSide.Sell,
        Quantity = 12.345678901m,
        Kind = OrderKind.StopLimit,
        LimitPrice = 400.10m,
        StopPrice = 401.00m,
        Lifetime = OrderLifetime.UntilCancelled,
        Decided = s_now,
        DecisionPrice = 402.5m,
        Group = "d1:protect",
        Reason = "stop",
    };

    private IOrderJournal Journal => Host.Get<IOrderJournals>().Of("simulated:main");

    [Fact]
    public async Task What_is_written_is_read_back_exactly_and_in_order()
    {
        OrderEvent[] events =
        [
            new OrderEvent.Persisted(), new OrderEvent.Sent(), new OrderEvent.Held("closed"), new OrderEvent.Acknowledged("77"), new OrderEvent.Acknowledged(null), new OrderEvent.Working(),
            new OrderEvent.Executed(new Execution("77.1", 2, 0.1m, 400.123456789m, s_now.AddSeconds(1), null)), new OrderEvent.Executed(new Execution("77.2", 0, 10m, 400m, s_now.AddSeconds(1), 0.35m)),
            new OrderEvent.Charged("77.1", 1.05m), new OrderEvent.CancelRequested("a person"), new OrderEvent.CancelRefused("too late"), new OrderEvent.Cancelled("a \"person\"\n…"),
            new OrderEvent.Rejected("201", "no margin"), new OrderEvent.Expired(), new OrderEvent.AnswerMissing("10 s"),
        ];
        Assert.Equal(JournalText.Kinds.ToHashSet(), events.Select(happened => happened.GetType()).ToHashSet());
        Assert.True(await Journal.AddAsync(s_ticket, s_now, None));
        foreach (var happened in events)
        {
            await Journal.AppendAsync(s_ticket.Reference, happened, s_now.AddSeconds(2), None);
        }

        var lines = await Journal.ReadAsync(None);
        Assert.Equal(s_ticket, lines[0].Ticket);
        Assert.Equal(s_now, lines[0].At);
        Assert.Equal(events, lines.Skip(1).Select(line => line.Happened));
        Assert.All(lines, line => Assert.Equal(s_ticket.Reference, line.Reference));
        Assert.Equal(lines.OrderBy(line => line.Number), lines);
    }

    [Fact]
    public async Task Of_twenty_that_write_the_same_intent_at_once_one_may_place_it()
    {
        bool[] written = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Journal.AddAsync(s_ticket, s_now, None))));
        Assert.Single(written, isNew => isNew);
        Assert.Single(await Journal.ReadAsync(None));
    }

    [Fact]
    public async Task Accounts_do_not_mix()
    {
        var other = Host.Get<IOrderJournals>().Of("paper:DU1");
        Assert.True(await Journal.AddAsync(s_ticket, s_now, None));
        Assert.True(await other.AddAsync(s_ticket, s_now, None));
        await other.AppendAsync(s_ticket.Reference, new OrderEvent.Sent(), s_now, None);
        Assert.Single(await Journal.ReadAsync(None));
        Assert.Equal(2, (await other.ReadAsync(None)).Count);
    }
}

public sealed class SqliteOrderJournalTests() : OrderJournalContract(null);

public sealed class PostgresOrderJournalTests(PostgresFixture postgres) : OrderJournalContract(postgres);
