using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Api;

/// <summary>Deployments: makes them, shows them, tells them what to do.</summary>
internal sealed class DeploymentEndpoints : IApiFeature
{
    private static readonly string[] s_commands = ["start", "pause", "resume", "flatten", "stop", "speed", "unlock"];

    public void Map(IEndpointRouteBuilder api)
    {
        var deployments = api.MapGroup("/deployments").WithTags("deployments").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        deployments.MapGet("", async (IDeployments store, CancellationToken cancellationToken) => Results.Ok((await store.ListAsync(cancellationToken)).Select(DeploymentBody.Of)))
            .Produces<IReadOnlyList<DeploymentBody>>().WithSummary("All deployments, newest first.");
        deployments.MapPost("", CreateAsync).RequireAuthorization(Policies.Run).Produces<DeploymentBody>(StatusCodes.Status201Created)
            .WithSummary("Make a deployment on the simulated account: name, run (the keys of a run file), risk (trading, mission, breakers or none), protections, feed (from, to, speed), start.");
        deployments.MapGet("/{id}", async (string id, IDeployments store, CancellationToken cancellationToken) => await store.FindAsync(id, cancellationToken) is { } found ? Results.Ok(DeploymentBody.Of(found)) : Missing(id))
            .Produces<DeploymentBody>().WithSummary("What a deployment is.");
        deployments.MapGet("/{id}/frame", (string id, ITradingDesk desk) => desk.Latest.Deployments.FirstOrDefault(frame => frame.Id == id) is { } frame ? Results.Ok(frame) : Missing(id))
            .Produces<DeploymentFrame>().WithSummary("What it holds and makes now; drafts too, stopped ones not.");
        deployments.MapGet("/{id}/equity", EquityAsync).WithSummary("The end of its equity line: time, equity; as json, csv or binary columns. The header X-First has the number of the first point; later points come in frames.");
        deployments.MapPost("/{id}/{command}", DoAsync).RequireAuthorization(Policies.Run).Produces<DeskAnswerBody>().ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("start, pause, resume, flatten (confirm: its name), stop (confirm: its name), speed (speed), unlock (lock, note). note says why.");
    }

    private static async Task<IResult> CreateAsync(DeployRequestBody body, HttpContext context, IDeployments store, ITradingDesk desk, CancellationToken cancellationToken)
    {
        string by = context.User.Identity!.Name!;
        switch (await store.CreateAsync(body.Read(), by, cancellationToken))
        {
            case DeployOutcome.Refused refused:
                return ProblemWords.Refuse(refused.Faults);
            case DeployOutcome.Done { Deployment: var made } when body.Start:
                return await desk.DoAsync(new DeskCommand.Start(made.Id), by, cancellationToken) is DeskAnswer.Refused no ? DeskAnswers.Of(no) : Made((await store.FindAsync(made.Id, cancellationToken))!);
            case DeployOutcome.Done { Deployment: var made }:
                return Made(made);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private static async Task<IResult> EquityAsync(string id, HttpContext context, ITradingDesk desk, string format = "json", CancellationToken cancellationToken = default)
    {
        if (ColumnAnswer.Faults(format).ToArray() is { Length: > 0 } faults)
        {
            return ProblemWords.Refuse(faults);
        }

        if (await desk.EquityAsync(id, cancellationToken) is not { Points: var points })
        {
            return Missing(id);
        }

        context.Response.Headers["X-First"] = FormattableString.Invariant($"{points.First}");
        return ColumnAnswer.Of([Column.OfTimes("time", [.. points.At.Select(at => at.ToUnixTimeMilliseconds())]), new("equity", [.. points.Equity])], format, $"equity-{id}");
    }

    private static async Task<IResult> DoAsync(string id, string command, DeskCommandBody? body, HttpContext context, ITradingDesk desk, CancellationToken cancellationToken)
    {
        string note = body?.Note ?? "", confirm = body?.Confirm ?? "";
        DeskCommand? wanted = command switch
        {
            "start" => new DeskCommand.Start(id, note),
            "pause" => new DeskCommand.Pause(id, note),
            "resume" => new DeskCommand.Resume(id, note),
            "flatten" => new DeskCommand.Flatten(id, confirm, note),
            "stop" => new DeskCommand.Stop(id, confirm, note),
            "speed" => new DeskCommand.SetSpeed(id, body?.Speed ?? double.NaN),
            "unlock" => new DeskCommand.Unlock(id, body?.Lock ?? 0, note),
            _ => null,
        };
        return wanted is null
            ? ProblemWords.Missing($"A deployment does not know \"{command}\". It knows {string.Join(", ", s_commands)}.")
            : DeskAnswers.Of(await desk.DoAsync(wanted, context.User.Identity!.Name!, cancellationToken));
    }

    private static IResult Made(Deployment deployment) => Results.Created($"/api/v1/deployments/{deployment.Id}", DeploymentBody.Of(deployment));

    private static IResult Missing(string id) => ProblemWords.Missing($"There is no deployment \"{id}\" to be seen here. GET /api/v1/deployments lists them.");
}
