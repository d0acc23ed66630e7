using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Api;

/// <summary>What sweeps, walk-forwards and cross-validations have in common for programs: start, list, state, cancel.</summary>
internal abstract class StudyEndpoints(RunKind kind, string path, string word, string keys) : IApiFeature
{
    public void Map(IEndpointRouteBuilder api)
    {
        var studies = api.MapGroup(path).WithTags(path[1..]).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        studies.MapPost("", StartAsync).RequireAuthorization(Policies.Run).Produces<StudyBody>(StatusCodes.Status202Accepted).WithSummary($"Start a {word}. The body has the keys of a run file and {keys}, as JSON or YAML.");
        studies.MapPost("/estimate", EstimateAsync).RequireAuthorization(Policies.Run).Produces<StudyEstimate>().WithSummary($"How many sets a {word} has and how long it takes, from sets measured now; starts nothing.");
        studies.MapGet("", ListAsync).Produces<Page<RunBody>>().WithSummary($"Every {word}, pinned ones first, then the newest.");
        studies.MapGet("/{id}", FindAsync).Produces<StudyBody>().WithSummary("State, progress, the best set so far, and who works on what.");
        studies.MapPost("/{id}/cancel", CancelAsync).RequireAuthorization(Policies.Run).Produces<StudyBody>(StatusCodes.Status202Accepted).WithSummary($"Stop a {word} on all nodes; what is done stays done for a retry.");
        studies.MapGet("/{id}/result", ResultAsync).Produces<object>().WithSummary("What it found.");
        MapMore(studies);
    }

    /// <summary>Adds what one kind has alone.</summary>
    protected virtual void MapMore(RouteGroupBuilder studies)
    {
    }

    /// <summary>The document of the outcome; null until it is done.</summary>
    protected abstract Task<string?> DocumentAsync(string id, IStudyStore store, CancellationToken cancellationToken);

    protected IResult Missing(string id) => ProblemWords.Missing($"There is no {word} \"{id}\". GET /api/v1{path} lists them.");

    /// <summary>The state of a study of this kind; null when there is none.</summary>
    protected async Task<StudyState?> StateAsync(string id, IStudyStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } state && state.Run.Kind == kind ? state : null;

    private async Task<IResult> StartAsync(HttpContext context, IStudies studies, IStudyStore store, CancellationToken cancellationToken)
    {
        var run = await studies.StartAsync(await ReadAsync(context, cancellationToken), context.User.Identity!.Name!, cancellationToken);
        return Results.Accepted($"/api/v1{path}/{run.Id}", StudyBody.Of((await store.FindAsync(run.Id, cancellationToken))!));
    }

    private async Task<IResult> EstimateAsync(HttpContext context, IStudies studies, CancellationToken cancellationToken) =>
        Results.Ok(await studies.EstimateAsync(await ReadAsync(context, cancellationToken), cancellationToken));

    private async Task<IResult> ListAsync(IRunStore runs, int skip = 0, int take = Paging.Default, CancellationToken cancellationToken = default) =>
        Paging.Faults(skip, take).ToArray() is { Length: > 0 } faults
            ? ProblemWords.Refuse(faults)
            : Results.Ok(Paging.Of((await runs.ListAsync(new RunQuery([], Skip: skip, Take: take + 1) { Kind = kind }, cancellationToken)).Select(RunBody.Of), skip, take));

    private async Task<IResult> FindAsync(string id, IStudyStore store, CancellationToken cancellationToken) =>
        await StateAsync(id, store, cancellationToken) is { } state ? Results.Ok(StudyBody.Of(state)) : Missing(id);

    private async Task<IResult> CancelAsync(string id, HttpContext context, IJobs jobs, IStudyStore store, CancellationToken cancellationToken)
    {
        if (await StateAsync(id, store, cancellationToken) is not { } state)
        {
            return Missing(id);
        }

        if (state.Run.State is not (RunState.Queued or RunState.Running))
        {
            return ProblemWords.Refuse([$"The {word} {id} is {ChoiceText.Of(state.Run.State)} and can no longer be cancelled."]);
        }

        await jobs.CancelAsync(id, context.User.Identity!.Name!, cancellationToken);
        return Results.Accepted($"/api/v1{path}/{id}", StudyBody.Of((await store.FindAsync(id, cancellationToken))!));
    }

    private async Task<IResult> ResultAsync(string id, IStudyStore store, CancellationToken cancellationToken)
    {
        if (await StateAsync(id, store, cancellationToken) is not { } state)
        {
            return Missing(id);
        }

        return await DocumentAsync(id, store, cancellationToken) is { } document
            ? Results.Text(document, "application/json")
            : ProblemWords.Missing($"The {word} {id} is {ChoiceText.Of(state.Run.State)} and has no result{(state.Run.Error is null ? "" : ": " + state.Run.Error)}. Ask /api/v1{path}/{id} until its state is done.");
    }

    private async Task<StudySpec> ReadAsync(HttpContext context, CancellationToken cancellationToken) => StudyYaml.Read(await RunRequestBody.TextAsync(context.Request, cancellationToken), kind);
}
