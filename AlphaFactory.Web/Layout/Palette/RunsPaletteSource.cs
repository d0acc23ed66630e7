using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>The newest runs and studies.</summary>
public sealed class RunsPaletteSource(IRunStore runs, NavigationManager navigation) : IPaletteSource
{
    private const int Newest = 50;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await runs.ListAsync(new RunQuery([], Take: Newest) { Kind = null }, cancellationToken))
            .Select(run => new PaletteEntry("Runs", StudyWords.Icon(run.Kind), $"{run.Title} on {run.Spec.Symbol}", run.Id, () => navigation.GoAsync(StudyLink.To(run)))),
    ];
}
