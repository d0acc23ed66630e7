using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>The newest runs.</summary>
public sealed class RunsPaletteSource(IRunStore runs, NavigationManager navigation) : IPaletteSource
{
    private const int Newest = 50;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await runs.ListAsync(new RunQuery([], Take: Newest), cancellationToken))
            .Select(run => new PaletteEntry("Runs", "query_stats", $"{run.Title} on {run.Spec.Symbol}", run.Id, () => navigation.GoAsync("results/" + run.Id))),
    ];
}
