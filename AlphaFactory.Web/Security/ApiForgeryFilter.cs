using Microsoft.AspNetCore.Antiforgery;

namespace AlphaFactory.Web.Security;

/// <summary>A browser's cookie alone may not change anything: such a request must also carry the token from <c>/api/v1/session</c>.</summary>
internal sealed class ApiForgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        bool changes = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
        bool byCookie = context.HttpContext.User.Identity?.AuthenticationType != TokenHandler.SchemeName;
        return changes && byCookie && !await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? Results.Problem("A change asked for with a browser's sign-in needs the header RequestVerificationToken; GET /api/v1/session gives its value. A program uses a token instead.", statusCode: StatusCodes.Status400BadRequest)
            : await next(context);
    }
}
