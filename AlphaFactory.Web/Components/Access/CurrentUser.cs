using System.Security.Claims;
using AlphaFactory.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace AlphaFactory.Web.Components.Access;

/// <summary>Who sits before this browser tab, and whether they may do more than look.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication, IAuthorizationService authorization)
{
    /// <summary>What a control says that a viewer cannot use.</summary>
    public const string Refusal = "Your role may look but not start, stop or delete. An owner can change it.";

    /// <summary>What a control says that only an owner can use.</summary>
    public const string OwnersOnly = "Only an owner may change this.";

    /// <summary>The name, as it stands in lists and in the audit log.</summary>
    public async Task<string> NameAsync() => (await UserAsync()).Identity?.Name ?? "unknown";

    /// <summary>The id under which the person's own settings are kept.</summary>
    public async Task<string> IdAsync() => (await UserAsync()).FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    /// <summary>True when the person may start, cancel and delete runs and import data.</summary>
    public async Task<bool> MayRunAsync() => (await authorization.AuthorizeAsync(await UserAsync(), Policies.Run)).Succeeded;

    /// <summary>True when the person may change what is set up for everybody: an owner.</summary>
    public async Task<bool> MayAdminAsync() => (await authorization.AuthorizeAsync(await UserAsync(), Policies.Admin)).Succeeded;

    private async Task<ClaimsPrincipal> UserAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
