using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Api;

/// <summary>What the desk answered, as the API says it.</summary>
internal static class DeskAnswers
{
    public static IResult Of(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done done => Results.Ok(new DeskAnswerBody(done.Words)),
        DeskAnswer.Refused refused => Results.Problem(
            refused.Words,
            statusCode: refused.Code switch
            {
                "not-found" => StatusCodes.Status404NotFound,
                "overtaken" or "state" or "killed" => StatusCodes.Status409Conflict,
                "database" or "not-here" => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            title: "Not possible as asked",
            extensions: new Dictionary<string, object?> { ["code"] = refused.Code }),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };
}
