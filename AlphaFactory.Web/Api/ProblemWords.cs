using System.Diagnostics;
using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.Diagnostics;

namespace AlphaFactory.Web.Api;

/// <summary>Every error of the API is a problem document with words and an id that stands in the log.</summary>
internal static class ProblemWords
{
    public static void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
    {
        var problem = context.ProblemDetails;
        problem.Extensions["trace_id"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        switch (context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error)
        {
            case RunSpecException fault:
                Refuse(context, StatusCodes.Status422UnprocessableEntity, fault.Faults);
                break;
            case BadHttpRequestException fault:
                Refuse(context, fault.StatusCode, [fault.InnerException?.Message ?? fault.Message]);
                break;
            case not null:
                problem.Detail = "Something went wrong here. The log (Settings, Log) has the whole story under this trace_id.";
                break;
        }
    };

    /// <summary>True for what the one who asked can mend.</summary>
    public static bool IsOfTheAsker(Exception fault) => fault is RunSpecException or BadHttpRequestException;

    /// <summary>422 with all faults.</summary>
    public static IResult Refuse(IReadOnlyList<string> faults) => Results.Problem(
        string.Join(" ", faults), statusCode: StatusCodes.Status422UnprocessableEntity, title: "Not possible as asked", extensions: new Dictionary<string, object?> { ["faults"] = faults });

    /// <summary>404 with words.</summary>
    public static IResult Missing(string words) => Results.Problem(words, statusCode: StatusCodes.Status404NotFound);

    private static void Refuse(ProblemDetailsContext context, int status, IReadOnlyList<string> faults)
    {
        context.HttpContext.Response.StatusCode = status;
        context.ProblemDetails.Status = status;
        context.ProblemDetails.Title = "Not possible as asked";
        context.ProblemDetails.Type = null;
        context.ProblemDetails.Detail = string.Join(" ", faults);
        context.ProblemDetails.Extensions["faults"] = faults;
    }
}
