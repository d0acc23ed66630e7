using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>Every page of the rail.</summary>
public sealed class PagesPaletteSource(NavCatalog catalog, NavigationManager navigation) : IPaletteSource
{
    /// <inheritdoc />
    public Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PaletteEntry>>(
        [.. catalog.Items.Select(item => new PaletteEntry("Pages", item.Entry.Icon, item.Entry.Title, item.Entry.Keys, () => navigation.GoAsync(item.Href)))]);
}
