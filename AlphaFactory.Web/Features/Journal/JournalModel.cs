using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>The entries of a filter, and what a person can do with notes.</summary>
public sealed class JournalModel(ITradingJournal journal, INotes notes, IDeployments deployments, CurrentUser user, Toasts toasts, ILogger<JournalModel> log)
{
    private JournalFilter _filter = JournalFilter.Parse(null, null, null, null, null);

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The entries of this page by trading day, newest first.</summary>
    public IReadOnlyList<IGrouping<DateOnly, JournalEntry>> Days { get; private set; } = [];

    /// <summary>Entries of all pages of the filter.</summary>
    public int Total { get; private set; }

    /// <summary>The deployments there are, newest first.</summary>
    public IReadOnlyList<Deployment> Deployments { get; private set; } = [];

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>What people call a deployment.</summary>
    public string NameOf(string id) => Deployments.FirstOrDefault(deployment => deployment.Id == id)?.Name ?? id;

    /// <summary>Reads the entries.</summary>
    public async Task LoadAsync(JournalFilter filter, CancellationToken cancellationToken)
    {
        _filter = filter;
        State = await StoreFault.GuardAsync(() => ReadAsync(cancellationToken), log);
    }

    /// <summary>Writes a note, or changes one.</summary>
    /// <returns>What is wrong with it; empty when it is kept.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(NoteDraft draft, CancellationToken cancellationToken)
    {
        if (!MayWrite)
        {
            return [CurrentUser.Refusal];
        }

        var tags = RunTags.Read(draft.Tags, out var faults);
        if (faults.Count > 0 || draft.Day is not { } day)
        {
            return faults.Count > 0 ? faults : ["The trading day is empty. Say which day the note is about."];
        }

        string by = await user.NameAsync();
        var (_, fault) = draft.Existing is { } existing
            ? await notes.ChangeAsync(existing.Id, existing.Version, draft.Text, tags, by, cancellationToken)
            : await notes.AddAsync(new NewNote(draft.Text, tags, draft.Deployment.Length > 0 ? draft.Deployment : null, day, draft.Trade), by, cancellationToken);
        if (fault is null)
        {
            await LoadAsync(_filter, cancellationToken);
        }

        return fault is null ? [] : [fault];
    }

    /// <summary>Deletes a note and offers the way back.</summary>
    /// <param name="note">The note.</param>
    /// <param name="changed">Called after it was undone.</param>
    public async Task DeleteAsync(TradingNote note, Func<Task> changed)
    {
        if (!MayWrite)
        {
            return;
        }

        string by = await user.NameAsync();
        await notes.DeleteAsync(note.Id, by, CancellationToken.None);
        await LoadAsync(_filter, CancellationToken.None);
        toasts.Say("Note deleted", note.Text.Length > 80 ? note.Text[..80] + "…" : note.Text, async () =>
        {
            await notes.RestoreAsync(note.Id, by, CancellationToken.None);
            await LoadAsync(_filter, CancellationToken.None);
            await changed();
        });
    }

    /// <summary>What a note said before, oldest first.</summary>
    public Task<IReadOnlyList<NoteVersion>> HistoryAsync(string id) => notes.HistoryAsync(id, CancellationToken.None);

    private async Task<PageState> ReadAsync(CancellationToken cancellationToken)
    {
        MayWrite = await user.MayRunAsync();
        Deployments = await deployments.ListAsync(cancellationToken);
        var page = await journal.ReadAsync(_filter.Query, cancellationToken);
        (Days, Total) = ([.. page.Entries.GroupBy(entry => entry.Day)], page.Total);
        return page.Entries.Count > 0 ? new PageState.Ready()
            : new PageState.Empty(_filter.Narrows ? "No entry fits this filter." : "Nothing has happened yet. Orders, fills, refusals and what the desk tells come here by themselves; notes are yours to write.");
    }
}

/// <summary>A note while it is typed.</summary>
public sealed class NoteDraft
{
    /// <summary>The note that is changed; null for a new one.</summary>
    public TradingNote? Existing { get; init; }

    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Tags divided by commas.</summary>
    public string Tags { get; set; } = "";

    /// <summary>Id of the deployment; empty for all.</summary>
    public string Deployment { get; set; } = "";

    /// <summary>The trading day; null while what is typed is none.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The trade it hangs on; null for the day.</summary>
    public string? Trade { get; init; }

    /// <summary>A draft of a note as it reads now.</summary>
    public static NoteDraft Of(TradingNote note) => new()
    {
        Existing = note,
        Text = note.Text,
        Tags = string.Join(", ", note.Tags),
        Deployment = note.Deployment ?? "",
        Day = note.Day,
        Trade = note.Trade,
    };
}
