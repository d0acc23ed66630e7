using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Kinds;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>The rules, and the one in the form.</summary>
public sealed class RulesModel(IAlertBook book, IDeployments deployments, CurrentUser user, Toasts toasts, ILogger<RulesModel> log)
{
    /// <summary>What stands in the address for a rule that is not stored yet.</summary>
    public const string New = "new";

    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>All rules by name.</summary>
    public IReadOnlyList<AlertRule> Rules { get; private set; } = [];

    /// <summary>All channels by name.</summary>
    public IReadOnlyList<AlertChannel> Channels { get; private set; } = [];

    /// <summary>Deployments a rule can be narrowed to.</summary>
    public IReadOnlyList<Deployment> Deployments { get; private set; } = [];

    /// <summary>The rule in the form; null when the form is closed.</summary>
    public AlertRule? Draft { get; private set; }

    /// <summary>What is wrong with the form last sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Reads everything and opens the form for what the address names.</summary>
    public async Task LoadAsync(string? edit) => State = await StoreFault.GuardAsync(() => ReadAsync(edit), log);

    /// <summary>Changes the draft.</summary>
    public void Set(AlertRule draft) => Draft = draft;

    /// <summary>Stores the draft.</summary>
    /// <returns>True when the form can close.</returns>
    public async Task<bool> SaveAsync()
    {
        if (Draft is not { } draft || !MayRun)
        {
            return false;
        }

        switch (await book.SaveAsync(draft, await user.NameAsync(), CancellationToken.None))
        {
            case AlertChange.Done:
                toasts.Say(draft.Version == 0 ? "Rule made" : "Rule changed", draft.Name.Trim());
                return true;
            case AlertChange.Refused refused:
                Faults = refused.Faults;
                return false;
            default:
                Faults = ["Somebody else changed or deleted this rule meanwhile. Close the form and open it again."];
                return false;
        }
    }

    /// <summary>Switches a rule on or off.</summary>
    public async Task SwitchAsync(AlertRule rule)
    {
        await book.SaveAsync(rule with { IsOn = !rule.IsOn }, await user.NameAsync(), CancellationToken.None);
        toasts.Say(rule.IsOn ? "Rule switched off" : "Rule switched on", rule.Name);
    }

    /// <summary>Deletes a rule and offers Undo.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="changed">Called after the deletion was taken back.</param>
    public async Task DeleteAsync(AlertRule rule, Func<Task> changed)
    {
        string by = await user.NameAsync();
        if (await book.DeleteRuleAsync(rule.Id, by, CancellationToken.None))
        {
            toasts.Say("Rule deleted", rule.Name, async () =>
            {
                await book.SaveAsync(rule with { Id = "", Version = 0 }, by, CancellationToken.None);
                await changed();
            });
        }
    }

    /// <summary>Name of a deployment.</summary>
    public string NameOf(string deployment) => Deployments.FirstOrDefault(found => found.Id == deployment)?.Name ?? deployment;

    private async Task<PageState> ReadAsync(string? edit)
    {
        MayRun = await user.MayRunAsync();
        Rules = await book.RulesAsync(CancellationToken.None);
        Channels = await book.ChannelsAsync(CancellationToken.None);
        Deployments = [.. (await deployments.ListAsync(CancellationToken.None)).Where(found => found.State != DeploymentState.Stopped)];
        Faults = [];
        Draft = !MayRun ? null : edit == New ? new AlertRule { Name = "", Kind = AlertKindRegistry.Shipped().All[0].Id, Least = AlertSeverity.Info } : Rules.FirstOrDefault(rule => rule.Id == edit);
        return Rules.Count > 0 ? new PageState.Ready() : new PageState.Empty("No rule: nothing is told.");
    }
}
