using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Notes, whatever the database.</summary>
public abstract class NoteContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateOnly s_day = new(2024, 3, 4);

    private INotes Notes => Host.Get<INotes>();

    [Fact]
    public async Task A_note_hangs_on_a_day_or_a_trade_and_is_read_back()
    {
        var (note, _) = await Notes.AddAsync(new NewNote(" The feed was late. ", ["feed", "review"], "d1", s_day, "TEST:86400000:-1"), "anna", None);
        Assert.Equal(("The feed was late.", "d1", s_day, "TEST:86400000:-1", "anna", 1), (note!.Text, note.Deployment, note.Day, note.Trade, note.By, note.Version));
        Assert.Equal(["feed", "review"], note.Tags);
        Assert.Null(note.ChangedAt);
        Assert.Equal(note.Id, Assert.Single(await Notes.OfDayAsync(s_day, None)).Id);
        Assert.Empty(await Notes.OfDayAsync(s_day.AddDays(1), None));
        Assert.Contains("is empty", (await Notes.AddAsync(new NewNote(" ", [], null, s_day), "anna", None)).Fault, StringComparison.Ordinal);
        Assert.Contains("4001 characters", (await Notes.AddAsync(new NewNote(new string('x', 4001), [], null, s_day), "anna", None)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_keeps_what_stood_there_before()
    {
        var note = (await Notes.AddAsync(new NewNote("one", ["a"], null, s_day), "anna", None)).Note!;
        var changed = (await Notes.ChangeAsync(note.Id, 1, "two", ["b"], "ben", None)).Note!;
        Assert.Equal(("two", 2, "anna"), (changed.Text, changed.Version, changed.By));
        Assert.NotNull(changed.ChangedAt);
        Assert.Contains("meanwhile", (await Notes.ChangeAsync(note.Id, 1, "three", [], "cleo", None)).Fault, StringComparison.Ordinal);
        var history = await Notes.HistoryAsync(note.Id, None);
        Assert.Equal([(1, "one", "anna"), (2, "two", "ben")], history.Select(version => (version.Version, version.Text, version.By)));
        Assert.Equal(["a"], history[0].Tags);
    }

    [Fact]
    public async Task A_deleted_note_comes_back_and_both_are_in_the_audit_log()
    {
        var note = (await Notes.AddAsync(new NewNote("one", [], null, s_day), "anna", None)).Note!;
        await Notes.DeleteAsync(note.Id, "ben", None);
        Assert.Empty(await Notes.OfDayAsync(s_day, None));
        Assert.NotNull((await Notes.FindAsync(note.Id, None))!.DeletedAt);
        Assert.Contains("gone", (await Notes.ChangeAsync(note.Id, 1, "two", [], "ben", None)).Fault, StringComparison.Ordinal);
        await Notes.RestoreAsync(note.Id, "ben", None);
        Assert.Single(await Notes.OfDayAsync(s_day, None));
        Assert.Equal(["note-restored", "note-deleted"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), None)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Of_eight_changes_at_once_one_is_made()
    {
        var note = (await Notes.AddAsync(new NewNote("one", [], null, s_day), "anna", None)).Note!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Notes.ChangeAsync(note.Id, 1, $"by {i}", [], $"user{i}", None))));
        Assert.Single(answers, answer => answer.Note is not null);
        Assert.Equal(2, (await Notes.HistoryAsync(note.Id, None)).Count);
    }
}

public sealed class SqliteNoteTests() : NoteContract(null);

public sealed class PostgresNoteTests(PostgresFixture postgres) : NoteContract(postgres);
