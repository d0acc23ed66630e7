using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Api;

/// <summary>The desk as a whole: what is to be seen, what happened, the kill switch.</summary>
internal sealed class DeskEndpoints : IApiFeature
{
    private const int MostEvents = 1000;

    public void Map(IEndpointRouteBuilder api)
    {
        var desk = api.MapGroup("/desk").WithTags("desk").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        desk.MapGet("", (ITradingDesk trading) => Results.Ok(trading.Latest)).Produces<DeskFrame>().WithSummary("Everything there is to see of what trades. /hubs/live sends the same as it changes.");
        desk.MapGet("/events", EventsAsync).Produces<IReadOnlyList<StoredDeskEvent>>().WithSummary("What happened, oldest first, after the event of that id.");
        desk.MapPost("/kill", KillAsync).RequireAuthorization(Policies.Run).Produces<KillState>().WithSummary("The kill switch: why, confirm (the word kill). No order goes out, those that wait are taken back; it holds over restarts.");
        desk.MapPost("/unkill", async (KillBody? body, HttpContext context, ITradingDesk trading, CancellationToken cancellationToken) =>
                DeskAnswers.Of(await trading.DoAsync(new DeskCommand.Unkill(body?.Note ?? "", body?.Confirm ?? ""), context.User.Identity!.Name!, cancellationToken)))
            .RequireAuthorization(Policies.Run).Produces<DeskAnswerBody>().ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Take the kill switch back: note, confirm (the word unkill). What it stopped is paused.");
        desk.MapPost("/alive", async (HttpContext context, ITradingDesk trading, CancellationToken cancellationToken) =>
                DeskAnswers.Of(await trading.DoAsync(new DeskCommand.StillHere(), context.User.Identity!.Name!, cancellationToken)))
            .RequireAuthorization(Policies.Run).Produces<DeskAnswerBody>().WithSummary("A sign of life: winds the dead-man timer up again.");
    }

    private static async Task<IResult> KillAsync(KillBody? body, HttpContext context, ITradingDesk trading, KillSwitch kill, CancellationToken cancellationToken)
    {
        var answer = await trading.DoAsync(new DeskCommand.Kill(body?.Why ?? "", "api", body?.Confirm ?? ""), context.User.Identity!.Name!, cancellationToken);
        return answer is DeskAnswer.Done ? Results.Ok(kill.State) : DeskAnswers.Of(answer);
    }

    private static async Task<IResult> EventsAsync(IDeskEvents events, long after = 0, int take = 100, CancellationToken cancellationToken = default) =>
        take is < 1 or > MostEvents
            ? ProblemWords.Refuse([FormattableString.Invariant($"take is {take} but must be 1 to {MostEvents}.")])
            : Results.Ok(await events.AfterAsync(after, take, cancellationToken));
}
