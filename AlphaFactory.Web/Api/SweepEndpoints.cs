using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Api;

/// <summary>Parameter sweeps for programs, with their rows.</summary>
internal sealed class SweepEndpoints() : StudyEndpoints(RunKind.Sweep, "/sweeps", "sweep", "ranges, where, objective, method and budget")
{
    protected override void MapMore(RouteGroupBuilder studies) =>
        studies.MapGet("/{id}/rows", RowsAsync).Produces<object>()
            .WithSummary("Rows: sort by objective, set, a figure or an axis; filter with a condition such as trades >= 30 and fast < 20; sample takes so many, evenly. format=csv streams all rows there are.");

    protected override async Task<string?> DocumentAsync(string id, IStudyStore store, CancellationToken cancellationToken) =>
        await store.SweepAsync(id, cancellationToken) is { } found ? StudyJson.Write(found) : null;

    private async Task<IResult> RowsAsync(
        string id, IStudyStore store, string sort = "objective", bool descending = true, int skip = 0, int take = Paging.Default, string? filter = null, int? sample = null, string format = "json", CancellationToken cancellationToken = default)
    {
        if (format is not ("json" or "csv"))
        {
            return ProblemWords.Refuse([$"format is \"{format}\" but must be json or csv."]);
        }

        if (await StateAsync(id, store, cancellationToken) is null)
        {
            return Missing(id);
        }

        return format == "csv"
            ? Results.Stream(body => store.WriteCsvAsync(id, body, cancellationToken), "text/csv", $"sweep-{id}.csv")
            : Results.Text(StudyJson.Write((await store.RowsAsync(id, new RowQuery(sort, descending, skip, take, filter) { Sample = sample }, cancellationToken))!), "application/json");
    }
}
