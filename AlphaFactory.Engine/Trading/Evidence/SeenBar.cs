using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>A closed bar as a deployment saw it when it decided on it, whatever the store says of that bar later.</summary>
/// <param name="Deployment">Id of the deployment.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Time">Start of the bar, Unix milliseconds UTC; midnight UTC of its trading day for a daily bar.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Shares traded.</param>
public sealed record SeenBar(string Deployment, string Symbol, long Time, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>The last bar of a series.</summary>
    public static SeenBar LastOf(string deployment, BarSeries seen) =>
        new(deployment, seen.Identity.Symbol, seen.Times[^1], seen.Open[^1], seen.High[^1], seen.Low[^1], seen.Close[^1], seen.Volume[^1]);
}
