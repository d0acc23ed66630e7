using System.Security.Claims;
using System.Text.Encodings.Web;
using AlphaFactory.Engine.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Web.Security;

/// <summary>Signs a program in by <c>Authorization: Bearer af_…</c>. A token dies with its owner's account.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiTokenStore tokens, UserDirectory users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    private const string Prefix = "Bearer ";

    /// <summary>True when the request shows a token.</summary>
    public static bool IsMeant(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsMeant(Request))
        {
            return AuthenticateResult.NoResult();
        }

        string plain = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
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
