using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Api;

/// <summary>Starts runs and hands out what came of them.</summary>
internal sealed class RunEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("runs").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        runs.MapPost("", StartAsync).RequireAuthorization(Policies.Run).Produces<RunBody>(StatusCodes.Status202Accepted)
            .WithSummary("Start a run. The body has the keys of a run file, as JSON or YAML: strategy, set, symbol, from, to, capital, fill, commission_pct …");
        runs.MapGet("", ListAsync).Produces<Page<RunBody>>().WithSummary("Runs, pinned ones first, then the newest. tag, text (in title, symbol, note and tags) and archived narrow the list.");
        runs.MapGet("/{id}", FindAsync).Produces<RunBody>().WithSummary("State, progress and headline figures of a run.");
        runs.MapPatch("/{id}", ChangeAsync).RequireAuthorization(Policies.Run).Produces<RunBody>().WithSummary("Change title, tags, note, pinned or archived; what is left out stays.");
        runs.MapGet("/{id}/result", ResultAsync).Produces<object>().WithSummary("The whole result, the same document as `backtest --json`.");
        runs.MapGet("/{id}/columns", ColumnsAsync).WithSummary("time, equity, benchmark and position, one value a bar; as json, csv or binary columns.");
        runs.MapPost("/{id}/cancel", CancelAsync).RequireAuthorization(Policies.Run).Produces<RunBody>(StatusCodes.Status202Accepted).WithSummary("Ask a run to stop.");
    }

    private static async Task<IResult> StartAsync(HttpContext context, IJobs jobs, CancellationToken cancellationToken)
    {
        var spec = await RunRequestBody.ReadAsync(context.Request, cancellationToken);
        var run = await jobs.StartAsync(spec, context.User.Identity!.Name!, cancellationToken);
        return Results.Accepted($"/api/v1/runs/{run.Id}", RunBody.Of(run));
    }

    private static async Task<IResult> ListAsync(IRunStore store, string? state = null, string? strategy = null, string? symbol = null, string? tag = null, string? text = null, bool? archived = null, int skip = 0, int take = Paging.Default, CancellationToken cancellationToken = default)
    {
        List<string> faults = [.. Paging.Faults(skip, take)];
        RunState[] states = [];
        if (state is not null)
        {
            string[] known = [.. Enum.GetValues<RunState>().Select(ChoiceText.Of)];
            if (ChoiceText.Parse<RunState>(state) is { } wanted)
            {
                states = [wanted];
            }
            else
            {
                faults.Add($"state is \"{state}\" but must be one of {string.Join(", ", known)}.{Suggestion.Sentence(state, known)}");
            }
        }

        if (faults.Count > 0)
        {
            return ProblemWords.Refuse(faults);
        }

        var found = await store.ListAsync(new RunQuery(states, strategy, skip, take + 1, symbol, text, Tag: tag, Archived: archived), cancellationToken);
        return Results.Ok(Paging.Of(found.Select(RunBody.Of), skip, take));
    }

    private static async Task<IResult> FindAsync(string id, IRunStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } run ? Results.Ok(RunBody.Of(run)) : Missing(id);

    private static async Task<IResult> ChangeAsync(string id, RunChangeBody change, IRunStore store, CancellationToken cancellationToken)
    {
        if (change.Read(out var marks) is { Count: > 0 } faults)
        {
            return ProblemWords.Refuse(faults);
        }

        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return Missing(id);
        }

        if (change.Title is { } title)
        {
            await store.RenameAsync(id, title.Trim(), cancellationToken);
        }

        await store.MarkAsync([id], marks, cancellationToken);
        return Results.Ok(RunBody.Of((await store.FindAsync(id, cancellationToken))!));
    }

    private static async Task<IResult> ResultAsync(string id, IRunStore store, CancellationToken cancellationToken) =>
        await store.FindResultAsync(id, cancellationToken) is { } result
            ? Results.Text(BacktestJson.Write(result), "application/json")
            : await NoResultAsync(id, store, cancellationToken);

    private static async Task<IResult> ColumnsAsync(string id, IRunStore store, string format = "json", CancellationToken cancellationToken = default)
    {
        if (ColumnAnswer.Faults(format).ToArray() is { Length: > 0 } faults)
        {
            return ProblemWords.Refuse(faults);
        }

        return await store.FindResultAsync(id, cancellationToken) is { } result
            ? ColumnAnswer.Of([Column.OfTimes("time", result.Times), new("equity", result.Equity), new("benchmark", result.BenchmarkEquity), new("position", result.Position)], format, $"run-{id}")
            : await NoResultAsync(id, store, cancellationToken);
    }

    private static async Task<IResult> CancelAsync(string id, HttpContext context, IJobs jobs, IRunStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } run)
        {
            return Missing(id);
        }

        if (run.State is not (RunState.Queued or RunState.Running))
        {
            return ProblemWords.Refuse([$"Run {id} is {ChoiceText.Of(run.State)} and can no longer be cancelled."]);
        }

        await jobs.CancelAsync(id, context.User.Identity!.Name!, cancellationToken);
        return Results.Accepted($"/api/v1/runs/{id}", RunBody.Of((await store.FindAsync(id, cancellationToken))!));
    }

    private static async Task<IResult> NoResultAsync(string id, IRunStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } run
            ? ProblemWords.Missing($"Run {id} is {ChoiceText.Of(run.State)} and has no result{(run.Error is null ? "" : ": " + run.Error)}. Ask /api/v1/runs/{id} until its state is done.")
            : Missing(id);

    private static IResult Missing(string id) => ProblemWords.Missing($"There is no run \"{id}\". GET /api/v1/runs lists them.");
}
