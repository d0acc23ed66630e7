using System.Diagnostics;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>What people note down about runs, and the list that is searched and sorted by it, whatever the database.</summary>
public abstract class RunMarksContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly RunSpec s_spec = new() { Strategy = "sma-crossover", Symbol = "AAPL" };

    private IRunStore Store => Host.Get<IRunStore>();

    [Fact]
    public async Task What_is_noted_down_is_read_back_and_what_is_left_out_stays()
    {
        string id = await CreateAsync("one"), other = await CreateAsync("two");
        await Store.MarkAsync([id], new RunMarks { Tags = ["momentum", "review"], Note = "  looks too good  ", Pinned = true }, None);
        await Store.MarkAsync([id, other], new RunMarks { MoreTags = ["review", "desk"] }, None);
        RunRecord read = (await Store.FindAsync(id, None))!;
        Assert.Equal(["desk", "momentum", "review"], read.Tags);
        Assert.Equal(("looks too good", true, null), (read.Note, read.IsPinned, read.ArchivedAt));
        Assert.Equal(["desk", "review"], (await Store.FindAsync(other, None))!.Tags);
        Assert.Equal([new("desk", 2), new("momentum", 1), new("review", 2)], await Store.TagsAsync(None));

        await Store.MarkAsync([id], new RunMarks { Tags = ["review"], Note = " ", Pinned = false, Archived = true }, None);
        read = (await Store.FindAsync(id, None))!;
        Assert.Equal(["review"], read.Tags);
        Assert.Equal((null, false), (read.Note, read.IsPinned));
        Assert.NotNull(read.ArchivedAt);
        await Store.DeleteAsync(other, None);
        Assert.Equal([new("review", 1)], await Store.TagsAsync(None));
        await Store.MarkAsync(["nosuchrun0"], new RunMarks { Tags = ["lost"], Pinned = true }, None);
        Assert.Equal([new("review", 1)], await Store.TagsAsync(None));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_tag_note_and_archive()
    {
        string tagged = await CreateAsync("one"), noted = await CreateAsync("two"), archived = await CreateAsync("three");
        await Store.MarkAsync([tagged], new RunMarks { Tags = ["momentum"] }, None);
        await Store.MarkAsync([noted], new RunMarks { Note = "Ask Ben about MOMENTUM" }, None);
        await Store.MarkAsync([archived], new RunMarks { Archived = true }, None);
        Assert.Equal([tagged], await IdsAsync(new RunQuery([], Tag: "momentum")));
        Assert.Equal(new[] { tagged, noted }.Order(), (await IdsAsync(new RunQuery([], Text: "Momentum"))).Order());
        Assert.Equal([archived], await IdsAsync(new RunQuery([], Archived: true)));
        Assert.Equal(new[] { tagged, noted }.Order(), (await IdsAsync(new RunQuery([], Archived: false))).Order());
        Assert.Equal(3, await Store.CountAsync(new RunQuery([]), None));
        Assert.Empty(await IdsAsync(new RunQuery([], Text: "100%")));
    }

    [Fact]
    public async Task A_list_is_sorted_by_any_figure_with_pinned_runs_first_and_runs_without_it_last()
    {
        await SeedAsync(4, index => index == 2 ? null : index);
        string[] rising = await IdsAsync(new RunQuery([]) { Sort = new RunSort("sharpe", false) });
        string[] falling = await IdsAsync(new RunQuery([]) { Sort = new RunSort("sharpe", true) });
        Assert.Equal(["seed000000", "seed000001", "seed000003", "seed000002"], rising);
        Assert.Equal(["seed000003", "seed000001", "seed000000", "seed000002"], falling);
        await Store.MarkAsync(["seed000001"], new RunMarks { Pinned = true }, None);
        Assert.Equal("seed000001", (await IdsAsync(new RunQuery([]) { Sort = new RunSort("sharpe", true) }))[0]);
        Assert.Equal("seed000001", (await IdsAsync(new RunQuery([])))[0]);
        foreach (string key in new[] { RunSort.Title, RunSort.Symbol, RunSort.Finished, RunSort.Created })
        {
            Assert.Equal(4, (await IdsAsync(new RunQuery([]) { Sort = new RunSort(key, true) })).Distinct().Count());
        }
    }

    [Fact]
    public async Task Five_thousand_runs_are_listed_searched_and_sorted_page_by_page()
    {
        const int Runs = 5000;
        await SeedAsync(Runs, index => index % 97 == 0 ? null : (index * 7919 % 1000) / 250.0);
        (string What, RunQuery Query, int Count)[] pages =
        [
            ("newest", new RunQuery([], Take: 20, Archived: false), Runs), ("last page", new RunQuery([], Skip: Runs - 20, Take: 20), Runs), ("by Sharpe", new RunQuery([], Take: 20) { Sort = new RunSort("sharpe", true) }, Runs),
            ("by text", new RunQuery([], Take: 20, Text: "run 49"), 111), ("by tag", new RunQuery([], Take: 20, Tag: "tenth"), Runs / 10),
        ];
        foreach (var (what, query, count) in pages)
        {
            long start = Stopwatch.GetTimestamp();
            IReadOnlyList<RunRecord> rows = await Store.ListAsync(query, None);
            int total = await Store.CountAsync(query, None);
            TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
            Assert.Equal((20, count), (rows.Count, total));
            Assert.All(rows, row => Assert.Equal(60, row.Sparkline.Count));
        }
    }

    private async Task<string> CreateAsync(string title) => (await Store.CreateAsync(s_spec, title, "anna", false, None)).Id;

    private async Task<string[]> IdsAsync(RunQuery query) => [.. (await Store.ListAsync(query, None)).Select(run => run.Id)];

    private async Task SeedAsync(int count, Func<int, double?> sharpe)
    {
        await using AsyncServiceScope scope = Host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>();
        byte[] line = Sparkline.Encode([.. Enumerable.Range(0, 60).Select(i => 100.0 + i)]);
        var start = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        for (int i = 0; i < count; i++)
        {
            string id = $"seed{i:D6}";
            context.Runs.Add(new RunRow
            {
                Id = id, Kind = "backtest", Spec = StoreJson.Write(s_spec), Strategy = s_spec.Strategy, Symbol = s_spec.Symbol, Title = $"Run {i}", State = RunState.Done, CreatedBy = "anna",
                CreatedAt = start.AddMinutes(i), FinishedAt = start.AddMinutes(i + 1), Sparkline = line,
            });
            context.RunMetrics.Add(new RunMetricRow { RunId = id, Name = "sharpe", Value = sharpe(i) });
            if (i % 10 == 0)
            {
                context.RunTags.Add(new RunTagRow { RunId = id, Tag = "tenth" });
            }
        }

        await context.SaveChangesAsync(None);
    }
}

public sealed class SqliteRunMarksTests() : RunMarksContract(null);

public sealed class PostgresRunMarksTests(PostgresFixture postgres) : RunMarksContract(postgres);
