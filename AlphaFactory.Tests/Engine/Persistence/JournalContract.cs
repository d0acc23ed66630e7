using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>The journal over desk, orders and notes, whatever the database.</summary>
public abstract class JournalContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    // Half past nine in New York.
    private static readonly DateTimeOffset s_open = new(2024, 3, 4, 14, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly s_day = new(2024, 3, 4);

    private ITradingJournal Journal => Host.Get<ITradingJournal>();

    [Fact]
    public async Task Everything_stands_in_one_list_by_the_clock_of_the_market_newest_first()
    {
        await WriteAsync();
        var page = await Journal.ReadAsync(new JournalQuery(), None);
        Assert.Equal(6, page.Total);
        Assert.Equal([JournalKind.Risk, JournalKind.Note, JournalKind.Day, JournalKind.Refusal, JournalKind.Fill, JournalKind.Order], page.Entries.Select(entry => entry.Kind));
        Assert.Equal("Order to buy 100 ACME at the market: signal.", page.Entries[^1].Text);
        Assert.Equal(("d1", s_day, s_open), (page.Entries[^1].Deployment, page.Entries[^1].Day, page.Entries[^1].MarketAt!.Value));
        Assert.Equal(2, page.Entries[0].Weight);
        Assert.Equal(page.Total, page.Entries.Select(entry => entry.Key).Distinct().Count());
        Assert.Equal("Odd day", page.Entries[1].Note!.Text);
    }

    [Fact]
    public async Task It_is_cut_by_deployment_kind_day_and_text()
    {
        await WriteAsync();
        async Task<int> Count(JournalQuery query)
        {
            var page = await Journal.ReadAsync(query, None);
            Assert.Equal(page.Total, page.Entries.Count);
            return page.Total;
        }

        Assert.Equal(5, await Count(new JournalQuery { Deployment = "d1" }));
        Assert.Equal(0, await Count(new JournalQuery { Deployment = "d2" }));
        Assert.Equal(5, await Count(new JournalQuery { Day = s_day }));
        Assert.Equal(0, await Count(new JournalQuery { Day = s_day.AddDays(1) }));
        foreach (var kind in (JournalKind[])[JournalKind.Note, JournalKind.Order, JournalKind.Fill, JournalKind.Refusal, JournalKind.Risk, JournalKind.Day])
        {
            Assert.Equal(1, await Count(new JournalQuery { Kind = kind }));
        }

        Assert.Equal(1, await Count(new JournalQuery { Text = "COOL-down" }));
        Assert.Equal(1, await Count(new JournalQuery { Text = "weather" }));
        Assert.Equal(0, await Count(new JournalQuery { Text = "nothing of the kind" }));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        await WriteAsync();
        for (int i = 0; i < 40; i++)
        {
            await Host.Get<INotes>().AddAsync(new NewNote($"note {i}", [], null, s_day), "anna", None);
        }

        var keys = new List<string>();
        for (int skip = 0; ; skip += 7)
        {
            var page = await Journal.ReadAsync(new JournalQuery { Skip = skip, Take = 7 }, None);
            Assert.Equal(46, page.Total);
            keys.AddRange(page.Entries.Select(entry => entry.Key));
            if (page.Entries.Count < 7)
            {
                break;
            }
        }

        Assert.Equal(46, keys.Distinct().Count());
        Assert.Equal((await Journal.ReadAsync(new JournalQuery { Take = 100 }, None)).Entries.Select(entry => entry.Key), keys);
    }

    private async Task WriteAsync()
    {
        var journal = Host.Get<IOrderJournals>().Of("simulated:d1");
        Assert.True(OrderRef.TryParse("d1:ACME:1:0", out var reference));
        await journal.AddAsync(new OrderTicket { Reference = reference, Symbol = "ACME", Side = OrderSide.Buy, Quantity = 100, Decided = s_open }, s_open, None);
        await journal.AppendAsync(reference, new OrderEvent.Persisted(), s_open, None);
        await TellAsync("k1", "d1", s_open.AddSeconds(1), new DeskEvent.Filled(reference.Text, "e1", 0, "ACME", OrderSide.Buy, 100, 50, 1, "signal", 100));
        await TellAsync("k2", "d1", s_open.AddMinutes(5), new DeskEvent.Refused("d1:ACME:2:0", "ACME", OrderSide.Buy, 100, "cool-down", "cool-down", 3, 5, null));
        await TellAsync("k3", "d1", s_open.AddHours(6.5), new DeskEvent.DayEnded(s_day, 100_000, 10, 0, 1, 1, 100, 0));
        await Host.Get<INotes>().AddAsync(new NewNote("Odd day", ["weather"], "d1", s_day), "anna", None);
        await TellAsync("k4", null, null, new DeskEvent.Killed("anna", "enough", "page"));
    }

    private Task TellAsync(string key, string? deployment, DateTimeOffset? at, DeskEvent happened) => 
        Host.Get<IDeskEventStore>().AppendAsync([new NewDeskEvent(key, deployment, at, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), DeskEventText.Of(happened, "Crossover"), happened)], None);
}

public sealed class SqliteJournalTests() : JournalContract(null);

public sealed class PostgresJournalTests(PostgresFixture postgres) : JournalContract(postgres);
