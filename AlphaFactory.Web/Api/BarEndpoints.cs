using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Api;

/// <summary>Stored bars as columns.</summary>
internal sealed class BarEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bars/{symbol}", ReadAsync).WithTags("bars")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Bars of one series: time (Unix milliseconds UTC), open, high, low, close, volume; as json, csv or binary columns.");

    private static async Task<IResult> ReadAsync(
        ISeriesReader reader, string symbol, string interval = "1d", string? source = null, string adjustment = "split", string? from = null, string? to = null, string format = "json", CancellationToken cancellationToken = default)
    {
        List<string> faults = [.. ColumnAnswer.Faults(format)];
        if (!BarInterval.TryParse(interval, out var length))
        {
            faults.Add($"interval is \"{interval}\" but must be 1d, 1h, 5m or the like.");
        }

        if (ChoiceText.Parse<PriceAdjustment>(adjustment) is not { } adjusted)
        {
            faults.Add($"adjustment is \"{adjustment}\" but must be raw, split or total-return.");
            adjusted = default;
        }

        var (first, last) = (Day("from", from, faults), Day("to", to, faults));
        if (faults.Count > 0)
        {
            return ProblemWords.Refuse(faults);
        }

        return await reader.ReadAsync(new SeriesRequest(symbol, length, source, adjusted, first, last), cancellationToken) switch
        {
            SeriesFound found => ColumnAnswer.Of(Columns(found.Bars), format, $"{symbol}-{interval}"),
            SeriesMissing missing => ProblemWords.Missing(missing.Message),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static DateOnly? Day(string name, string? text, List<string> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add($"{name} is \"{text}\" but must be a day written as 2024-12-31.");
        }

        return day;
    }

    private static Column[] Columns(BarSeries bars) =>
    [
        Column.OfTimes("time", bars.Times),
        new("open", bars.Open.ToArray()),
        new("high", bars.High.ToArray()),
        new("low", bars.Low.ToArray()),
        new("close", bars.Close.ToArray()),
        new("volume", bars.Volume.ToArray()),
    ];
}
