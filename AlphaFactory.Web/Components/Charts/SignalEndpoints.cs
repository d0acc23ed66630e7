using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>What the chart of a preview fetches: candles of a stored series, and the signals of a strategy on them.</summary>
public static class SignalEndpoints
{
    public static IEndpointRouteBuilder MapSignalData(this IEndpointRouteBuilder routes)
    {
        var signals = routes.MapGroup("/charts/signals").RequireAuthorization().ExcludeFromDescription();
        signals.MapGet("/candles", (long? from, long? to, int? points, IStrategyCatalog strategies, ISeriesReader series, HttpContext context) =>
            AnswerAsync(from, to, points, strategies, series, context, (preview, window) => CandleColumns.Of(preview.Bars, window)));
        signals.MapGet("/markers", (long? from, long? to, int? points, IStrategyCatalog strategies, ISeriesReader series, HttpContext context) =>
            AnswerAsync(from, to, points, strategies, series, context, SignalColumns.Of));
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        long? from, long? to, int? points, IStrategyCatalog strategies, ISeriesReader series, HttpContext context, Func<SignalPreview, ChartWindow, IReadOnlyList<Column>> columns)
    {
        if (ChartWindow.Read(from, to, points, out string fault) is not { } window)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The chart cannot be drawn like this");
        }

        var (preview, missing) = await SignalPreview.ReadAsync(SignalRequest.Read(context.Request.QueryString.Value), strategies, series, context.RequestAborted);
        if (preview is null)
        {
            return TypedResults.Problem(missing, statusCode: StatusCodes.Status404NotFound, title: "There is nothing to draw");
        }

        // Stored bars can be replaced, so nothing is kept.
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(ColumnBlob.Write(columns(preview, window)), ColumnBlob.ContentType);
    }
}
