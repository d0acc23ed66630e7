using AlphaFactory.Engine.Access;
using Microsoft.AspNetCore.Authorization;

namespace AlphaFactory.Web.Security;

/// <summary>The three rights an endpoint can ask for; they are the scopes of a token.</summary>
public static class Policies
{
    /// <summary>See everything that is shown.</summary>
    public const string Read = "read";

    /// <summary>Also start, cancel and delete runs and import data.</summary>
    public const string Run = "run";

    /// <summary>Also change users, tokens and settings.</summary>
    public const string Admin = "admin";

    /// <summary>To be a program with a token of any scope: a browser's sign-in is not enough, so that no other site can use it.</summary>
    public const string Token = "token";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Read, policy => policy.RequireRole(Roles.Owner, Roles.Trader, Roles.Viewer));
        options.AddPolicy(Run, policy => policy.RequireRole(Roles.Owner, Roles.Trader));
        options.AddPolicy(Admin, policy => policy.RequireRole(Roles.Owner));
        options.AddPolicy(Token, policy => policy.RequireRole(Roles.Owner, Roles.Trader, Roles.Viewer).RequireAssertion(context => context.User.Identity?.AuthenticationType == TokenHandler.SchemeName));
        options.DefaultPolicy = options.GetPolicy(Read)!;

        // What nobody thought of is closed.
        options.FallbackPolicy = options.DefaultPolicy;
    }

    /// <summary>The role a token acts in: never mightier than its owner is now.</summary>
    internal static string RoleFor(ApiTokenScope scope, string ownerRole)
    {
        string asked = scope switch { ApiTokenScope.Admin => Roles.Owner, ApiTokenScope.Run => Roles.Trader, _ => Roles.Viewer };
        return Rank(asked) < Rank(ownerRole) ? ownerRole : asked;
    }

    private static int Rank(string role) => Roles.All.ToList().IndexOf(role);
}
