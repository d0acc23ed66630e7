using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Kinds;
using AlphaFactory.Web.Components.Alerts;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>Rules in words.</summary>
internal static class RuleText
{
    /// <summary>What a rule tells.</summary>
    public static string Tells(AlertRule rule, RulesModel model)
    {
        string kind = AlertKindRegistry.Shipped().Find(rule.Kind)?.Name ?? rule.Kind;
        string least = rule.Least == AlertSeverity.Info ? "" : $", {AlertWords.Of(rule.Least).ToLowerInvariant()} and above";
        string deployment = rule.Deployment is { } id ? $", of {model.NameOf(id)}" : "";
        return kind + least + deployment;
    }

    /// <summary>Whom it tells.</summary>
    public static string Goes(AlertRule rule, RulesModel model)
    {
        string[] names = [.. model.Channels.Where(channel => rule.Channels.Contains(channel.Id)).Select(channel => channel.IsOn ? channel.Name : $"{channel.Name} (off)")];
        return names.Length == 0 ? "the inbox alone" : string.Join(", ", names);
    }
}
