using System.Globalization;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Reads bars from the store and says in words what is there when the wanted ones are not.</summary>
internal sealed class SeriesReader(IBarStore store) : ISeriesReader
{
    public async Task<SeriesOutcome> ReadAsync(SeriesRequest request, CancellationToken cancellationToken)
    {
        string symbol = request.Symbol.Trim().ToUpperInvariant();
        if (await store.FindAsync(symbol, request.Interval, request.Source, cancellationToken) is not { } coverage)
        {
            return await ExplainAsync(symbol, request, cancellationToken);
        }

        RawBars? raw = await store.ReadAsync(coverage.Key, request.From, request.To, cancellationToken);
        if (raw is null or { Count: 0 })
        {
            return new SeriesMissing("period-empty", string.Create(CultureInfo.InvariantCulture,
                $"{symbol} {request.Interval} has no bars {Period(request)}. Stored are {coverage.First:yyyy-MM-dd} to {coverage.Last:yyyy-MM-dd}. Choose a period inside that range."), []);
        }

        var identity = new SeriesIdentity(coverage.Key.Symbol, coverage.Key.Interval, coverage.Key.Source, request.Adjustment, coverage.IsSynthetic) { DelistedOn = coverage.DelistedOn };
        return new SeriesFound(raw.Adjust(identity), coverage);
    }

    private async Task<SeriesMissing> ExplainAsync(string symbol, SeriesRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SeriesCoverage> all = await store.ListAsync(cancellationToken);
        SeriesCoverage[] same = [.. all.Where(c => c.Key.Symbol == symbol)];
        if (same.Length == 0)
        {
            IReadOnlyList<string> near = NearSymbols.Find(symbol, all.Select(c => c.Key.Symbol).Distinct());
            string hint = all.Count == 0 ? "The store is empty." : near.Count > 0 ? $"Did you mean {string.Join(", ", near)}?" : $"Stored are {Some(all.Select(c => c.Key.Symbol))}.";
            return new SeriesMissing("symbol-unknown", $"There are no bars of {symbol}. {hint} Import a CSV to add it.", near);
        }

        SeriesCoverage[] sameInterval = [.. same.Where(c => c.Key.Interval == request.Interval)];
        return sameInterval.Length == 0
            ? new SeriesMissing("interval-not-stored", $"{symbol} has no {request.Interval} bars. Stored are {Some(same.Select(c => c.Key.Interval.ToString()))}. Choose one of these or import the other.", [])
            : new SeriesMissing("source-not-stored", $"{symbol} {request.Interval} has no bars from {request.Source}. Stored are {Some(sameInterval.Select(c => c.Key.Source))}. Choose one of these or leave the source open.", []);
    }

    private static string Period(SeriesRequest request) => (request.From, request.To) switch
    {
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd} on"),
        (null, { } to) => string.Create(CultureInfo.InvariantCulture, $"up to {to:yyyy-MM-dd}"),
        _ => "at all",
    };

    private static string Some(IEnumerable<string> names)
    {
        string[] distinct = [.. names.Distinct()];
        return distinct.Length <= 8 ? string.Join(", ", distinct) : $"{string.Join(", ", distinct[..8])} and {distinct.Length - 8} more";
    }
}
