using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Features.Live;

/// <summary>What the live curve reads once; afterwards the frames carry its points.</summary>
public static class LiveEndpoints
{
    /// <summary>Maps <c>/live/equity/{id}</c>: binary columns <c>number</c>, <c>time</c>, <c>value</c>.</summary>
    public static IEndpointRouteBuilder MapLiveData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live/equity/{id}", EquityAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> EquityAsync(string id, string? day, double? start, ITradingDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        DateOnly? only = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (only is null && !string.IsNullOrEmpty(day))
        {
            return TypedResults.Problem($"day is \"{day}\" but must be a day written as 2024-12-31.", statusCode: StatusCodes.Status400BadRequest, title: "The curve cannot be drawn like this");
        }

        if (await desk.EquityAsync(id, cancellationToken) is not { } tail)
        {
            return TypedResults.Problem($"There is no deployment \"{id}\" whose equity is known here. Open it on the page Live.", statusCode: StatusCodes.Status404NotFound, title: "No such deployment");
        }

        var points = tail.Points;
        int[] rows = [.. Enumerable.Range(0, points.At.Count).Where(i => only is null || TradingCalendar.Nyse.DayAt(points.At[i]) == only)];
        double floor = start is { } known && double.IsFinite(known) ? known : 0;
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(
            ColumnBlob.Write(
            [
                new Column("number", [.. rows.Select(i => (double)(points.First + i))]),
                new Column("time", [.. rows.Select(i => (double)points.At[i].ToUnixTimeMilliseconds())]),
                new Column("value", [.. rows.Select(i => points.Equity[i] - floor)]),
            ]),
            ColumnBlob.ContentType);
    }
}
