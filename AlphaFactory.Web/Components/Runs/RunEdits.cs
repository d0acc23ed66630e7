using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>What a page does to runs without running anything: each hides, marks or brings back, says so, and offers the way back.</summary>
public sealed class RunEdits(IRunStore runs, IAuditLog audit, CurrentUser user, Toasts toasts)
{
    /// <summary>Keeps runs at the head of the list, or lets them go.</summary>
    public Task PinAsync(IReadOnlyList<RunRecord> chosen, bool pinned) => runs.MarkAsync(Ids(chosen), new RunMarks { Pinned = pinned }, CancellationToken.None);

    /// <summary>Writes tags and notes.</summary>
    public Task MarkAsync(IReadOnlyList<RunRecord> chosen, RunMarks marks) => runs.MarkAsync(Ids(chosen), marks, CancellationToken.None);

    /// <summary>Puts runs out of the usual list.</summary>
    /// <param name="chosen">The runs.</param>
    /// <param name="changed">Called after it was undone.</param>
    public async Task ArchiveAsync(IReadOnlyList<RunRecord> chosen, Func<Task> changed)
    {
        await SetArchivedAsync(chosen, true);
        toasts.Say(chosen.Count == 1 ? "Run archived" : $"{chosen.Count} runs archived", $"{Words(chosen)}. Find them again under Archived.", async () =>
        {
            await SetArchivedAsync(chosen, false);
            await changed();
        });
    }

    /// <summary>Hides runs from lists. They still count as tries.</summary>
    /// <param name="chosen">The runs.</param>
    /// <param name="changed">Called after it was undone.</param>
    public async Task DeleteAsync(IReadOnlyList<RunRecord> chosen, Func<Task> changed)
    {
        string by = await user.NameAsync();
        foreach (var run in chosen)
        {
            await runs.DeleteAsync(run.Id, CancellationToken.None);
            await audit.AppendAsync(by, "run-deleted", run.Id, run.Title, CancellationToken.None);
        }

        toasts.Say(chosen.Count == 1 ? "Run deleted" : $"{chosen.Count} runs deleted", $"{Words(chosen)}. {(chosen.Count == 1 ? "It still counts as a try" : "They still count as tries")}.", async () =>
        {
            await RestoreAsync(chosen);
            await changed();
        });
    }

    /// <summary>Brings archived and deleted runs back into the usual list.</summary>
    public async Task RestoreAsync(IReadOnlyList<RunRecord> chosen)
    {
        string by = await user.NameAsync();
        foreach (var run in chosen)
        {
            await runs.RestoreAsync(run.Id, CancellationToken.None);
            await audit.AppendAsync(by, "run-restored", run.Id, run.Title, CancellationToken.None);
        }
    }

    /// <summary>Archives without a word, or takes out of the archive.</summary>
    public Task SetArchivedAsync(IReadOnlyList<RunRecord> chosen, bool archived) => runs.MarkAsync(Ids(chosen), new RunMarks { Archived = archived }, CancellationToken.None);

    private static string[] Ids(IReadOnlyList<RunRecord> chosen) => [.. chosen.Select(run => run.Id)];

    private static string Words(IReadOnlyList<RunRecord> chosen) =>
        $"{chosen[0].Title} on {chosen[0].Spec.Symbol}{(chosen.Count > 1 ? $" and {chosen.Count - 1} more" : "")}";
}
