using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>
/// The synthetic market that ships with the program: twelve shares in four sectors and an index, ten years of days and twenty sessions of
/// five-minute bars on the real exchange calendar. It holds splits, dividends, an early close, a delisting and changing volatility.
/// The same seed gives the same bits on every machine. Nothing in it is a forecast or a copy of a real share.
/// </summary>
public static class DemoMarket
{
    /// <summary>Seed of the market that ships.</summary>
    public const ulong DefaultSeed = 24;

    /// <summary>Draws every series of the market, ordered by symbol, daily before five minutes.</summary>
    public static IReadOnlyList<DemoSeries> Generate(ulong seed = DefaultSeed)
    {
        DateOnly[] sessions = [.. TradingCalendar.Nyse.SessionsBetween(DemoCatalog.First, DemoCatalog.Last)];
        DemoClimate climate = DemoClimate.Draw(new SeededRandom(seed), sessions.Length, DemoCatalog.Shares.Select(s => s.Sector));
        DemoSymbol[] all = [DemoCatalog.Index, .. DemoCatalog.Shares];
        // Each symbol has a stream of its own, so that a change to one leaves the others as they were.
        return [.. all.SelectMany((share, k) => DrawSeries(share, climate, sessions, seed, (ulong)k + 1)).OrderBy(s => s.Series.Key.Symbol, StringComparer.Ordinal)];
    }

    private static IEnumerable<DemoSeries> DrawSeries(DemoSymbol share, DemoClimate climate, DateOnly[] sessions, ulong seed, ulong stream)
    {
        RawBars daily = DemoDailyBars.Draw(share, climate, sessions, new SeededRandom(seed, stream));
        yield return new DemoSeries(Describe(share, BarInterval.Daily), daily);
        if (share.LastDay is null)
        {
            RawBars intraday = DemoIntradayBars.Draw(daily, DemoCatalog.IntradaySessions, new SeededRandom(seed, stream + 1000));
            yield return new DemoSeries(Describe(share, BarInterval.FiveMinutes), intraday);
        }
    }

    private static NewSeries Describe(DemoSymbol share, BarInterval interval) =>
        new(new SeriesKey(share.Symbol, interval, DemoCatalog.Source), share.Name, share.Sector, IsSynthetic: true) { DelistedOn = share.LastDay };
}

/// <summary>One generated series.</summary>
/// <param name="Series">Where it is stored.</param>
/// <param name="Bars">Its bars.</param>
public sealed record DemoSeries(NewSeries Series, RawBars Bars);
