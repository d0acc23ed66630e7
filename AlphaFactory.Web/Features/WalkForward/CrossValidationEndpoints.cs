using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>The columns of the drawn paths, as the comparison chart fetches them.</summary>
public static class CrossValidationEndpoints
{
    public static IEndpointRouteBuilder MapCrossValidationData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/charts/cross-validation/{id}", EquityAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> EquityAsync(string id, long? from, long? to, int? points, IStudyStore studies, CancellationToken cancellationToken)
    {
        if (ChartWindow.Read(from, to, points, out string fault) is not { } window)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The chart cannot be drawn like this");
        }

        return await studies.CrossValidationAsync(id, cancellationToken) is { } outcome
            ? TypedResults.Bytes(ColumnBlob.Write(StitchedColumns.Of(Lines(outcome), outcome.BuyAndHold, window)), ColumnBlob.ContentType)
            : TypedResults.Problem($"There is no cross-validation \"{id}\" that is done. Open it in the list of results.", statusCode: StatusCodes.Status404NotFound, title: "No such cross-validation");
    }

    private static IReadOnlyList<StitchedRun> Lines(CrossValidationOutcome outcome) => [.. outcome.Drawn.Select(path => path.Run), outcome.Default];
}
