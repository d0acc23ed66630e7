using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>Bars and indicators of a stored series as binary columns, for <see cref="IndicatorChart"/>.</summary>
public static class SeriesChartEndpoints
{
    /// <summary>Indicators on one chart at most.</summary>
    public const int MostIndicators = 40;

    private const int DefaultCandles = 400;

    public static IEndpointRouteBuilder MapSeriesCharts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/charts/indicators", IndicatorsAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> IndicatorsAsync(
        string? symbol, string? interval, string? source, string? adjustment, string? show, string? style, long? from, long? to, int? points, int? candles,
        ISeriesReader series, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ReadSeries(symbol, interval, source, adjustment) is not { } request)
        {
            return Invalid("symbol must be a stored ticker, interval 1d, 1h, 5m or the like, and adjustment raw, split or total-return.");
        }

        if (ChartWindow.Read(from, to, points, out string fault) is not { } window || ChartWindow.Read(from, to, candles ?? DefaultCandles, out fault) is not { } bars)
        {
            return Invalid(fault);
        }

        if (ReadSettings(show, out fault) is not { } settings)
        {
            return Invalid(fault);
        }

        if (await series.ReadAsync(request, cancellationToken) is not SeriesFound found)
        {
            return TypedResults.Problem($"There are no {request.Interval} bars of {request.Symbol} in the store. Pick another symbol, or import its bars.", statusCode: StatusCodes.Status404NotFound, title: "No such series");
        }

        // Asked about before each use, because stored bars can be replaced.
        response.Headers.CacheControl = "private, no-cache";
        var columns = IndicatorColumns.Of(found.Bars, settings, window, bars.Points, style == ChoiceText.Of(ChartStyle.HeikinAshi));
        return TypedResults.Bytes(ColumnBlob.Write(columns), ColumnBlob.ContentType, entityTag: new EntityTagHeaderValue($"\"{found.Coverage.UpdatedAt.ToUnixTimeMilliseconds()}\""));
    }

    private static SeriesRequest? ReadSeries(string? symbol, string? interval, string? source, string? adjustment)
    {
        var length = BarInterval.Daily;
        return string.IsNullOrWhiteSpace(symbol)
            || (interval is not null && !BarInterval.TryParse(interval, out length))
            || (adjustment is null ? PriceAdjustment.Split : ChoiceText.Parse<PriceAdjustment>(adjustment)) is not { } prices
            ? null
            : new SeriesRequest(symbol, length, source, prices);
    }

    private static IReadOnlyList<IndicatorSetting>? ReadSettings(string? show, out string fault)
    {
        fault = "";
        string[] names = (show ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > MostIndicators)
        {
            fault = $"show names {names.Length} indicators but may name {MostIndicators}. Take some away.";
            return null;
        }

        try
        {
            return [.. names.Select(IndicatorSetting.Parse).Distinct()];
        }
        catch (IndicatorColumnException unknown)
        {
            fault = unknown.Message;
            return null;
        }
    }

    private static ProblemHttpResult Invalid(string fault) =>
        TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The chart cannot be drawn like this");
}
