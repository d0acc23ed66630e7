using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Features.Home;

/// <summary>Reads the generated daily series for the picture on a fresh Home.</summary>
public sealed class MarketSketchModel(IBarStore bars)
{
    /// <summary>The picture; null until read, or when there is nothing to draw.</summary>
    public SketchLines? Sketch { get; private set; }

    /// <summary>Reads every generated daily series, one after the other.</summary>
    public async Task LoadAsync(string highlighted, CancellationToken cancellationToken)
    {
        List<BarSeries> series = [];
        foreach (SeriesCoverage coverage in await bars.ListAsync(cancellationToken))
        {
            if (coverage.IsSynthetic && coverage.Key.Interval == BarInterval.Daily && await bars.ReadAsync(coverage.Key, null, null, cancellationToken) is { } raw)
            {
                series.Add(raw.Adjust(new SeriesIdentity(coverage.Key.Symbol, coverage.Key.Interval, coverage.Key.Source, PriceAdjustment.Split, true)));
            }
        }

        Sketch = SketchLines.Draw(series, highlighted);
    }
}
