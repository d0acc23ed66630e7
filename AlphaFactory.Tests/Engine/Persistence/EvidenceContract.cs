using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Tests.Engine.Trading.Evidence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>The evidence on deployments, whatever the database.</summary>
public abstract class EvidenceContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateOnly s_day = new(2024, 3, 4);

    private IEvidenceStore Store => Host.Get<IEvidenceStore>();

    [Fact]
    public async Task The_first_word_on_a_bar_and_on_an_order_stays()
    {
        var bar = new SeenBar("d1", "TEST", 86_400_000, 1.1, 2.25, 0.5, 1.75, 1e9);
        var answer = Answer("d1:TEST:1:0") with { Value = null, Words = "three of five" };
        await Store.AddAsync([bar, bar with { Time = 0 }], [answer, Answer("d1:TEST:2:0")], None);
        await Store.AddAsync([bar with { Close = 9 }, bar with { Deployment = "d2" }], [answer with { Code = "other" }], None);
        Assert.Equal([bar with { Time = 0 }, bar], await Store.BarsAsync("d1", None));
        Assert.Equal([answer, Answer("d1:TEST:2:0")], await Store.AnswersAsync("d1", None));
        Assert.Empty(await Store.AnswersAsync("d2", None));
        var last = await Store.LastSeenAsync(None);
        Assert.Equal([("d1", 86_400_000L), ("d2", 86_400_000L)], last.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task A_judged_day_is_read_back_whole_and_stays_as_it_was_judged()
    {
        var day = Rows.Day(s_day, 100_000, 100_250.5, true, Rows.Same(1e-4), Rows.Missing() with { Tracks = null, Cause = MatchCause.Data }) with { Orders = [Rows.Order() with { Decision = null }] };
        Assert.Equal(1, await Store.KeepAsync([day], None));
        Assert.Equal(0, await Store.KeepAsync([day with { Equity = 1 }], None));
        var read = Assert.Single(await Store.DaysAsync("d1", None));
        Assert.Equal((day.Day, day.JudgedAt, day.IsForward, day.Equity, day.EquityBefore), (read.Day, read.JudgedAt, read.IsForward, read.Equity, read.EquityBefore));
        Assert.Equal(day.Rows, read.Rows);
        Assert.Equal(day.Orders, read.Orders);
    }

    [Fact]
    public async Task Days_are_found_by_deployment_and_by_date()
    {
        await Store.KeepAsync([.. Enumerable.Range(0, 5).Select(i => Rows.Day(s_day.AddDays(i))), Rows.Day(s_day.AddDays(2)) with { Deployment = "d2" }], None);
        Assert.Equal([("d1", s_day.AddDays(1)), ("d1", s_day.AddDays(2)), ("d2", s_day.AddDays(2))], (await Store.DaysAsync(s_day.AddDays(1), s_day.AddDays(2), None)).Select(day => (day.Deployment, day.Day)));
        Assert.Equal([s_day.AddDays(4), s_day.AddDays(3)], await Store.NewestDaysAsync(2, None));
        Assert.Equal(s_day.AddDays(4), (await Store.LastDaysAsync(None))["d1"]);
        Assert.Equal(s_day.AddDays(2), (await Store.LastDaysAsync(None))["d2"]);
    }

    private static GateRecord Answer(string reference) => new()
    {
        Deployment = "d1",
        Reference = reference,
        Symbol = "TEST",
        Side = OrderSide.Sell,
        Decided = new DateTimeOffset(2024, 3, 4, 14, 30, 0, TimeSpan.Zero),
        Asked = 10.5m,
        Allowed = 0,
        Code = "cool-down",
        By = "cool-down",
        Value = 3,
        Limit = 5,
    };
}

public sealed class SqliteEvidenceTests() : EvidenceContract(null);

public sealed class PostgresEvidenceTests(PostgresFixture postgres) : EvidenceContract(postgres);
