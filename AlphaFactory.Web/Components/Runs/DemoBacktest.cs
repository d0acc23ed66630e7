using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The first run anybody makes: SMA crossover 20/50 on a symbol of the demo market.</summary>
public sealed class DemoBacktest(IBarStore bars, IJobs jobs)
{
    /// <summary>Id of the strategy it runs with its defaults.</summary>
    public const string Strategy = "sma-crossover";

    private const string Favourite = "DEMO-FERM";

    /// <summary>The series it runs on, or null when there is no demo market in the store.</summary>
    public static SeriesCoverage? SeriesOf(IReadOnlyList<SeriesCoverage> stored)
    {
        SeriesCoverage[] demo = [.. stored.Where(series => series.IsSynthetic && series.Key.Interval == BarInterval.Daily)];
        return demo.FirstOrDefault(series => series.Key.Symbol == Favourite) ?? demo.MaxBy(series => series.Bars);
    }

    /// <summary>Starts it.</summary>
    /// <returns>The queued run, or null when there is no demo market.</returns>
    public async Task<RunRecord?> StartAsync(string by, CancellationToken cancellationToken) => SeriesOf(await bars.ListAsync(cancellationToken)) is { } series
        ? await jobs.StartAsync(new RunSpec { Strategy = Strategy, Symbol = series.Key.Symbol, Source = series.Key.Source }, by, cancellationToken)
        : null;
}
