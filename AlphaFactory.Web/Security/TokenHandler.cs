using System.Security.Claims;
using System.Text.Encodings.Web;
using AlphaFactory.Engine.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Web.Security;

/// <summary>Signs a program in by <c>Authorization: Bearer af_…</c>, or on a hub by <c>access_token</c> in the address. A token dies with its owner's account.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiTokenStore tokens, UserDirectory users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    private const string Prefix = "Bearer ";

    /// <summary>True when the request shows a token.</summary>
    public static bool IsMeant(HttpRequest request) => Shown(request) is not null;

    /// <summary>The token as it was shown. A browser cannot give a web socket a header, so a hub takes it from the address as well; nothing else does.</summary>
    private static string? Shown(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim()
        : request.Path.StartsWithSegments("/hubs") && request.Query["access_token"].ToString() is { Length: > 0 } inAddress ? inAddress
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Shown(Request) is not { } plain)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindByTokenAsync(plain, Context.RequestAborted) is not { } token
            || await users.FindAsync(token.Owner, Context.RequestAborted) is not { IsDisabled: false } owner)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
        }

        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.Name, owner.Name));
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, owner.Id));
        identity.AddClaim(new Claim(ClaimTypes.Role, Policies.RoleFor(token.Scope, owner.Role)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
