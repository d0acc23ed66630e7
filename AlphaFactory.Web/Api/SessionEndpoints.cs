using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;

namespace AlphaFactory.Web.Api;

/// <summary>Who is asking, and the token a browser needs for changes.</summary>
internal sealed class SessionEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/session", (HttpContext context, IAntiforgery antiforgery) =>
            new Session(context.User.Identity!.Name!, context.User.FindFirstValue(ClaimTypes.Role)!, antiforgery.GetAndStoreTokens(context).RequestToken))
            .WithTags("session").WithSummary("Name, role, and the value of the header RequestVerificationToken for changes made with a browser's sign-in.");
}

/// <summary>Who is asking.</summary>
/// <param name="Name">Name of the user.</param>
/// <param name="Role">owner, trader or viewer; a token acts in the role its scope allows.</param>
/// <param name="RequestToken">Value of the header RequestVerificationToken.</param>
public sealed record Session(string Name, string Role, string? RequestToken);
