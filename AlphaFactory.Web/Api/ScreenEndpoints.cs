using System.Globalization;
using System.Text;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;

namespace AlphaFactory.Web.Api;

/// <summary>The screener for programs: the same conditions as its page.</summary>
internal sealed class ScreenEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/screen", RunAsync).WithTags("indicators").Produces<ScreenBody>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Series whose latest values meet a condition such as rsi_14 < 30 and close > sma_200; columns is a list of any columns; as json or csv.");

    private static async Task<IResult> RunAsync(
        UniverseScreener screener, string? where = null, string columns = "close", string kind = "all", string? q = null, string bar = "1d", string format = "json", CancellationToken cancellationToken = default)
    {
        var shown = ValueColumn.ParseList(columns, out var unknown);
        List<string> faults = [.. unknown];
        var outcome = ScreenText.Read(where);
        if (outcome is ScreenRefused refused)
        {
            faults.Add($"where: {refused.Message}");
        }

        SeriesOrigin? origin = kind switch { "all" => SeriesOrigin.All, "imported" => SeriesOrigin.Imported, "synthetic" => SeriesOrigin.Synthetic, _ => null };
        if (origin is null)
        {
            faults.Add($"kind is \"{kind}\" but must be all, imported or synthetic.");
        }

        if (!BarInterval.TryParse(bar, out var interval))
        {
            faults.Add($"bar is \"{bar}\" but must be 1d, 1h, 5m or the like.");
        }

        if (format is not ("json" or "csv"))
        {
            faults.Add($"format is \"{format}\" but must be json or csv.");
        }

        if (faults.Count > 0)
        {
            return ProblemWords.Refuse(faults);
        }

        var result = await screener.RunAsync(new ScreenRequest(new SeriesUniverse(origin!.Value, interval, q), ((ScreenRead)outcome).Condition, shown), null, cancellationToken);
        return format == "csv" ? Results.File(Encoding.UTF8.GetBytes(Csv(result)), "text/csv", "screen.csv") : Results.Ok(ScreenBody.Of(result));
    }

    private static string Csv(ScreenResult result)
    {
        var text = new StringBuilder().AppendJoin(',', ["symbol", "name", "sector", "source", "interval", "synthetic", "bar_time", .. result.Columns.Select(column => column.Name)]).Append('\n');
        foreach (var row in result.Rows)
        {
            var key = row.Series.Key;
            text.AppendJoin(',', [
                Quoted(key.Symbol), Quoted(row.Series.Name), Quoted(row.Series.Sector), Quoted(key.Source), key.Interval.ToString(), row.Series.IsSynthetic ? "true" : "false",
                row.BarTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                .. row.Values.Select(value => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "")]).Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>The hits of a screen.</summary>
/// <param name="Universe">Series looked at.</param>
/// <param name="Open">Series of which a missing value leaves it open whether they are hits.</param>
/// <param name="AsOf">Start of the newest bar looked at.</param>
/// <param name="Items">The hits.</param>
public sealed record ScreenBody(int Universe, int Open, DateTimeOffset? AsOf, IReadOnlyList<ScreenHitBody> Items)
{
    internal static ScreenBody Of(ScreenResult result) => new(result.Universe, result.Open, result.AsOf, [.. result.Rows.Select(row => ScreenHitBody.Of(result, row))]);
}

/// <summary>One hit.</summary>
public sealed record ScreenHitBody(string Symbol, string Interval, string Source, string? Name, string? Sector, bool Synthetic, DateTimeOffset BarTime, IReadOnlyDictionary<string, double?> Values)
{
    internal static ScreenHitBody Of(ScreenResult result, ScreenRow row) => new(
        row.Series.Key.Symbol, row.Series.Key.Interval.ToString(), row.Series.Key.Source, row.Series.Name, row.Series.Sector, row.Series.IsSynthetic, row.BarTime,
        result.Columns.Select((column, i) => (column.Name, Value: double.IsFinite(row.Values[i]) ? row.Values[i] : (double?)null)).ToDictionary(pair => pair.Name, pair => pair.Value));
}
