using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>What charts fetch: binary columns (see <see cref="ColumnBlob"/>), never through the circuit.</summary>
public static class ChartEndpoints
{
    private const string Immutable = "private, max-age=31536000, immutable";

    // Kept, but asked about before each use: the stored bars of a series can be replaced.
    private const string Revalidate = "private, no-cache";

    public static IEndpointRouteBuilder MapChartData(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/charts/runs/{id}").RequireAuthorization().ExcludeFromDescription();
        runs.MapGet("/equity", EquityAsync);
        runs.MapGet("/trades", TradesAsync);
        runs.MapGet("/candles", CandlesAsync);
        routes.MapGet("/charts/compare", CompareAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    private static Task<IResult> EquityAsync(string id, long? from, long? to, int? points, string? v, IRunStore store, HttpResponse response, CancellationToken cancellationToken) =>
        OfResultAsync(id, ChartWindow.Read(from, to, points, out string fault), fault, v, store, response, EquityColumns.Of, cancellationToken);

    private static Task<IResult> TradesAsync(string id, long? from, long? to, string? v, IRunStore store, HttpResponse response, CancellationToken cancellationToken) =>
        OfResultAsync(id, ChartWindow.Read(from, to, null, out string fault), fault, v, store, response, TradeColumns.Of, cancellationToken);

    private static async Task<IResult> CompareAsync(string? runs, long? from, long? to, int? points, IRunStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        string[] ids = [.. (runs ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (ids.Length is < 2 or > RunComparison.Most)
        {
            return Invalid($"runs names {ids.Length} runs but must name 2 to {RunComparison.Most}, joined by commas.");
        }

        if (ChartWindow.Read(from, to, points, out string fault) is not { } window)
        {
            return Invalid(fault);
        }

        List<BacktestResult> results = [];
        foreach (string id in ids)
        {
            if (await store.FindResultAsync(id, cancellationToken) is not { } result)
            {
                return NoResult(id);
            }

            results.Add(result);
        }

        response.Headers.CacheControl = Revalidate;
        return Columns(CompareColumns.Of(results, window), string.Join('-', results.Select(result => result.Fingerprint[..16])));
    }

    private static async Task<IResult> CandlesAsync(string id, long? from, long? to, int? points, IRunStore store, ISeriesReader series, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ChartWindow.Read(from, to, points, out string fault) is not { } window)
        {
            return Invalid(fault);
        }

        if (await store.FindResultAsync(id, cancellationToken) is not { } result)
        {
            return NoResult(id);
        }

        var spec = result.Spec;
        var outcome = await series.ReadAsync(new SeriesRequest(result.Series.Symbol, result.Series.Interval, result.Series.Source, spec.Adjustment, spec.From, spec.To), cancellationToken);
        if (outcome is not SeriesFound found)
        {
            return TypedResults.Problem(((SeriesMissing)outcome).Message, statusCode: StatusCodes.Status404NotFound, title: "The bars of this run are no longer stored");
        }

        response.Headers.CacheControl = Revalidate;
        return Columns(CandleColumns.Of(found.Bars, window), $"{result.Fingerprint}-{found.Coverage.UpdatedAt.ToUnixTimeMilliseconds()}");
    }

    private static async Task<IResult> OfResultAsync(
        string id, ChartWindow? window, string fault, string? version, IRunStore store, HttpResponse response, Func<BacktestResult, ChartWindow, IReadOnlyList<Column>> columns, CancellationToken cancellationToken)
    {
        if (window is null)
        {
            return Invalid(fault);
        }

        if (await store.FindResultAsync(id, cancellationToken) is not { } result)
        {
            return NoResult(id);
        }

        // The same address with the fingerprint in it can only ever give the same bytes.
        response.Headers.CacheControl = version == result.Fingerprint ? Immutable : Revalidate;
        return Columns(columns(result, window), result.Fingerprint);
    }

    private static FileContentHttpResult Columns(IReadOnlyList<Column> columns, string tag) =>
        TypedResults.Bytes(ColumnBlob.Write(columns), ColumnBlob.ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));

    private static ProblemHttpResult Invalid(string fault) =>
        TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The chart cannot be drawn like this");

    private static ProblemHttpResult NoResult(string id) =>
        TypedResults.Problem($"There is no run \"{id}\" with a result. Open it in the list of results.", statusCode: StatusCodes.Status404NotFound, title: "No such result");
}
