using System.Security.Claims;
using AlphaFactory.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>Who changes settings, asked again before each change: a role may have been taken away while the page was open.</summary>
public sealed class SettingsAccess(AuthenticationStateProvider authentication, IAuthorizationService authorization)
{
    /// <summary>True when the person may change users, tokens and settings.</summary>
    public async Task<bool> MayAdminAsync() => (await authorization.AuthorizeAsync(await UserAsync(), Policies.Admin)).Succeeded;

    /// <summary>The person's name, for the audit log.</summary>
    /// <exception cref="UnauthorizedAccessException">The person is not an owner.</exception>
    public async Task<string> RequireAdminAsync() => await MayAdminAsync()
        ? (await UserAsync()).Identity!.Name!
        : throw new UnauthorizedAccessException("Only an owner may change users and tokens. Nothing was changed.");

    /// <summary>Id and name of the person.</summary>
    public async Task<(string Id, string Name)> SelfAsync()
    {
        var user = await UserAsync();
        return (user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.Identity!.Name!);
    }

    private async Task<ClaimsPrincipal> UserAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
