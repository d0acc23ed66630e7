using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>The columns of the stitched equity, as the comparison chart fetches them.</summary>
public static class WalkEndpoints
{
    public static IEndpointRouteBuilder MapWalkData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/charts/walk-forward/{id}", EquityAsync).RequireAuthorization().ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> EquityAsync(string id, long? from, long? to, int? points, IStudyStore studies, CancellationToken cancellationToken)
    {
        if (ChartWindow.Read(from, to, points, out string fault) is not { } window)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The chart cannot be drawn like this");
        }

        return await studies.WalkForwardAsync(id, cancellationToken) is { } outcome
            ? TypedResults.Bytes(ColumnBlob.Write(StitchedColumns.Of([outcome.Plateau, outcome.Best, outcome.Default], outcome.BuyAndHold, window)), ColumnBlob.ContentType)
            : TypedResults.Problem($"There is no walk-forward \"{id}\" that is done. Open it in the list of results.", statusCode: StatusCodes.Status404NotFound, title: "No such walk-forward");
    }
}
