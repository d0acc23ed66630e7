using AlphaFactory.Engine.MarketData;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>Every stored symbol; choosing one begins a run on it.</summary>
public sealed class SymbolsPaletteSource(IBarStore bars, NavigationManager navigation) : IPaletteSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await bars.ListAsync(cancellationToken))
            .DistinctBy(series => series.Key.Symbol)
            .Select(series => new PaletteEntry("Symbols", "candlestick_chart", series.Key.Symbol, series.Name, () => navigation.GoAsync("runs/new?symbol=" + Uri.EscapeDataString(series.Key.Symbol)))),
    ];
}
