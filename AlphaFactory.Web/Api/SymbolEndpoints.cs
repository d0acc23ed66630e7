using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Api;

/// <summary>The series in the store.</summary>
internal sealed class SymbolEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/symbols", async (IBarStore store, string? text = null, int skip = 0, int take = Paging.Default, CancellationToken cancellationToken = default) =>
        {
            if (Paging.Faults(skip, take).ToArray() is { Length: > 0 } faults)
            {
                return ProblemWords.Refuse(faults);
            }

            var all = await store.ListAsync(cancellationToken);
            var wanted = all.Where(series => string.IsNullOrEmpty(text)
                || series.Key.Symbol.Contains(text, StringComparison.OrdinalIgnoreCase)
                || (series.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false));
            return Results.Ok(Paging.Of(wanted.Skip(skip).Select(SymbolBody.Of), skip, take));
        }).Produces<Page<SymbolBody>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("symbols").WithSummary("Stored series by symbol, with what each covers.");
}

/// <summary>A stored series as the API and the verb show it.</summary>
public sealed record SymbolBody(string Symbol, string Interval, string Source, string? Name, string? Sector, bool Synthetic, long Bars, DateTimeOffset First, DateTimeOffset Last, bool HasFactors, DateTimeOffset UpdatedAt)
{
    internal static SymbolBody Of(SeriesCoverage series) =>
        new(series.Key.Symbol, series.Key.Interval.ToString(), series.Key.Source, series.Name, series.Sector, series.IsSynthetic, series.Bars, series.First, series.Last, series.HasFactors, series.UpdatedAt);
}
