using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Reports.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>What the page of a sweep fetches and what can be taken away from it.</summary>
public static class SweepEndpoints
{
    private const int Lines = 1500;

    public static IEndpointRouteBuilder MapSweepData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/charts/sweeps/{id}/sets", SetsAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/optimise/{id}/sets.csv", CsvAsync).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/optimise/{id}/report.html", ReportAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    /// <summary>An even sample of the sets, as places on each axis and the objective.</summary>
    private static async Task<IResult> SetsAsync(string id, IStudyStore studies, IStrategyCatalog strategies, CancellationToken cancellationToken)
    {
        if (await studies.SweepAsync(id, cancellationToken) is not { } result || await studies.RowsAsync(id, new RowQuery { Sample = Lines }, cancellationToken) is not { } page)
        {
            return TypedResults.Problem($"There is no sweep \"{id}\" that is done. Open it in the list of results.", statusCode: StatusCodes.Status404NotFound, title: "No such sweep");
        }

        var strategy = RunStrategy.Find(strategies, result.Sweep.Run, out _);
        var grid = new SetGrid(result.Sweep.Axes, [.. strategy?.Parameters.Definitions.Select(parameter => parameter.Name) ?? []]);
        var rows = page.Rows.Where(row => row.Objective is not null).OrderBy(row => row.Objective).Select(row => (Places: grid.Places(row.Values), row.Objective)).Where(row => row.Places is not null).ToList();
        return TypedResults.Bytes(
            ColumnBlob.Write(
            [
                .. Enumerable.Range(0, grid.Axes.Count).Select(axis => new Column($"axis_{axis}", [.. rows.Select(row => (double)row.Places![axis])])),
                new Column("objective", [.. rows.Select(row => row.Objective!.Value)]),
            ]),
            ColumnBlob.ContentType);
    }

    /// <summary>The outcome as one page that needs no network.</summary>
    private static async Task<IResult> ReportAsync(string id, IStudyStore studies, StatisticRegistry statistics, CancellationToken cancellationToken) =>
        await studies.FindAsync(id, cancellationToken) is { } state && await studies.SweepAsync(id, cancellationToken) is { } result
            ? TypedResults.File(Encoding.UTF8.GetBytes(OptimizationPage.Write(result, statistics, state.Run.IsSynthetic, state.Run.FinishedAt)), "text/html", $"{result.Sweep.Run.Strategy}-{result.Sweep.Run.Symbol}-{id}.html")
            : TypedResults.NotFound();

    /// <summary>All rows, as the verb writes them.</summary>
    private static async Task<IResult> CsvAsync(string id, IStudyStore studies, CancellationToken cancellationToken) =>
        await studies.SpecAsync(id, cancellationToken) is SweepStudy study
            ? TypedResults.Stream(stream => studies.WriteCsvAsync(id, stream, cancellationToken), "text/csv", $"{study.Run.Strategy}-{study.Run.Symbol}-{id}.csv")
            : TypedResults.NotFound();
}
