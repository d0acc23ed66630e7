using AlphaFactory.Engine.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Security;

/// <summary>What happens to a request that is not signed in: a page goes to the sign-in or the first visit, the API gets a problem.</summary>
internal sealed class SignInEvents(ISetupGate gate) : CookieAuthenticationEvents
{
    public override Task ValidatePrincipal(CookieValidatePrincipalContext context) => SecurityStampValidator.ValidatePrincipalAsync(context);

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!IsPage(context.Request))
        {
            await ProblemAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "Sign in, or send Authorization: Bearer with a token from Settings, Tokens.");
        }
        else if (await gate.IsOpenAsync(context.HttpContext.RequestAborted))
        {
            context.Response.Redirect("/first-visit");
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            await ProblemAsync(context.HttpContext, StatusCodes.Status403Forbidden, "Your role or the scope of this token does not allow it. An owner can change that under Settings.");
        }
    }

    public static Task ProblemAsync(HttpContext context, int status, string words) => Results.Problem(words, statusCode: status).ExecuteAsync(context);

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi")
        && !request.Path.StartsWithSegments("/metrics") && !request.Path.StartsWithSegments("/_blazor")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
