using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence;
using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Security;

/// <summary>
/// Adds and changes users, for the pages and the verb. Each call has a scope of its own, because a page's circuit lives for hours.
/// Every change answers its faults in words; an empty list means done.
/// </summary>
public sealed class UserDirectory(IServiceScopeFactory scopes, IAuditLog audit, TimeProvider clock)
{
    /// <summary>All users by name.</summary>
    public async Task<IReadOnlyList<UserAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = Manager(scope);
        var found = new List<UserAccount>();
        foreach (string role in Roles.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange((await manager.GetUsersInRoleAsync(role)).Select(user => Account(user, role)));
        }

        return [.. found.OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The user of that name, or null.</summary>
    public async Task<UserAccount?> FindAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        var manager = Manager(scope);
        return await manager.FindByNameAsync(name) is { } user && await RoleOf(manager, user) is { } role ? Account(user, role) : null;
    }

    /// <summary>Adds a user; the very first one becomes the owner whatever role is asked for.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(string name, string phrase, string role, string by, CancellationToken cancellationToken)
    {
        if (await CreateOwnerAsync(name, phrase, cancellationToken) is var (outcome, faults) && outcome != SetupOutcome.Closed)
        {
            return faults;
        }

        await using var scope = scopes.CreateAsyncScope();
        var refused = await StoreAsync(scope, name, phrase, role);
        if (refused.Count == 0)
        {
            await audit.AppendAsync(by, "user-added", name, role, cancellationToken);
        }

        return refused;
    }

    /// <summary>Creates the first user, through the gate that lets one through.</summary>
    public async Task<(SetupOutcome Outcome, IReadOnlyList<string> Faults)> CreateOwnerAsync(string name, string phrase, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<ISetupGate>();
        if (!await gate.IsOpenAsync(cancellationToken))
        {
            return (SetupOutcome.Closed, []);
        }

        IReadOnlyList<string> faults = [];
        var outcome = await gate.CreateOwnerAsync(async _ => (faults = await StoreAsync(scope, name, phrase, Roles.Owner)).Count == 0, cancellationToken);
        if (outcome == SetupOutcome.Created)
        {
            await audit.AppendAsync(name.Trim(), "owner-created", name.Trim(), null, cancellationToken);
        }

        return (outcome, faults);
    }

    /// <summary>True when this is the user's pass phrase; a wrong one counts towards the lock like a wrong sign-in.</summary>
    public async Task<bool> IsPassPhraseAsync(string id, string phrase, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        var manager = Manager(scope);
        if (await manager.FindByIdAsync(id) is not { } user || await manager.IsLockedOutAsync(user))
        {
            return false;
        }

        bool right = await manager.CheckPasswordAsync(user, phrase);
        if (!right)
        {
            await manager.AccessFailedAsync(user);
        }

        return right;
    }

    /// <summary>Gives a user a new pass phrase and ends the user's sign-ins elsewhere.</summary>
    public Task<IReadOnlyList<string>> ChangePassPhraseAsync(string id, string phrase, string by, CancellationToken cancellationToken) =>
        ChangeAsync(id, by, "pass-phrase-changed", null, async (manager, user) =>
        {
            foreach (var validator in manager.PasswordValidators)
            {
                if (await validator.ValidateAsync(manager, user, phrase) is { Succeeded: false } refused)
                {
                    return refused;
                }
            }

            await manager.RemovePasswordAsync(user);
            return await manager.AddPasswordAsync(user, phrase);
        }, cancellationToken);

    /// <summary>Closes or opens an account; closing ends its sign-ins and tokens.</summary>
    public async Task<IReadOnlyList<string>> DisableAsync(string id, bool disabled, string by, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        if (disabled && all.FirstOrDefault(user => user.Id == id) is { Role: Roles.Owner } owner && all.Count(user => user is { Role: Roles.Owner, IsDisabled: false }) == 1)
        {
            return [$"{owner.Name} is the only owner who can sign in. Add another owner first."];
        }

        return await ChangeAsync(id, by, disabled ? "user-disabled" : "user-enabled", null, async (manager, user) =>
        {
            await manager.UpdateSecurityStampAsync(user);
            await manager.ResetAccessFailedCountAsync(user);
            return await manager.SetLockoutEndDateAsync(user, disabled ? DateTimeOffset.MaxValue : null);
        }, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ChangeAsync(string id, string by, string action, string? details, Func<UserManager<AlphaFactoryUser>, AlphaFactoryUser, Task<IdentityResult>> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = Manager(scope);
        if (await manager.FindByIdAsync(id) is not { } user)
        {
            return ["That user no longer exists. Load the page again."];
        }

        var result = await change(manager, user);
        if (result.Succeeded)
        {
            await audit.AppendAsync(by, action, user.UserName!, details, cancellationToken);
        }

        return Words(result);
    }

    private static async Task<IReadOnlyList<string>> StoreAsync(AsyncServiceScope scope, string name, string phrase, string role)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100 || name.Any(char.IsControl))
        {
            return [$"The name has {name.Length} characters; give it 1 to 100."];
        }

        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        if (!await roles.RoleExistsAsync(role))
        {
            await roles.CreateAsync(new IdentityRole(role));
        }

        var manager = Manager(scope);
        var user = new AlphaFactoryUser { UserName = name, DisplayName = name, LockoutEnabled = true };
        var result = await manager.CreateAsync(user, phrase);
        return Words(result.Succeeded ? await manager.AddToRoleAsync(user, role) : result);
    }

    private static UserManager<AlphaFactoryUser> Manager(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<AlphaFactoryUser>>();

    private static async Task<string?> RoleOf(UserManager<AlphaFactoryUser> manager, AlphaFactoryUser user) =>
        (await manager.GetRolesAsync(user)).OrderBy(role => Roles.All.ToList().IndexOf(role)).FirstOrDefault();

    private static IReadOnlyList<string> Words(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];

    private UserAccount Account(AlphaFactoryUser user, string role)
    {
        bool locked = user.LockoutEnd > clock.GetUtcNow();
        bool disabled = locked && user.LockoutEnd > clock.GetUtcNow().AddYears(100);
        return new UserAccount(user.Id, user.UserName!, role, disabled, locked && !disabled ? user.LockoutEnd : null);
    }
}
