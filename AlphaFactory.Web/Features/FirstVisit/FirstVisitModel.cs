using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Features.FirstVisit;

/// <summary>Creates the owner, once in the life of an installation.</summary>
public sealed class FirstVisitModel(UserDirectory users, ISetupGate gate, SignInManager<AlphaFactoryUser> signIn)
{
    /// <summary>Why the last try was refused; empty when it was not.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>True while no user exists.</summary>
    public Task<bool> IsOpenAsync(CancellationToken cancellationToken) => gate.IsOpenAsync(cancellationToken);

    /// <summary>Creates the owner and signs in.</summary>
    /// <returns>Where to go; null stays on the page.</returns>
    public async Task<string?> CreateAsync(FirstVisitInput input, CancellationToken cancellationToken)
    {
        if (PassPhrase.Fault(input.PassPhrase, input.Again) is { } fault)
        {
            Faults = [fault];
            return null;
        }

        (var outcome, Faults) = await users.CreateOwnerAsync(input.Name, input.PassPhrase, cancellationToken);
        if (outcome == SetupOutcome.Created && await signIn.UserManager.FindByNameAsync(input.Name.Trim()) is { } owner)
        {
            await signIn.SignInAsync(owner, isPersistent: true);
            return "/";
        }

        return outcome == SetupOutcome.Closed ? "/sign-in" : null;
    }
}
