namespace AlphaFactory.Web.Layout.Palette;

/// <summary>Adds entries to the command palette. Register one per kind of thing; they are asked each time it opens.</summary>
public interface IPaletteSource
{
    /// <summary>All entries now, most wanted first.</summary>
    Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken);
}
