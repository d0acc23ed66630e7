using AlphaFactory.Engine.Alerts.Kinds;

namespace AlphaFactory.Engine.Alerts;

/// <summary>Says everything that is wrong with a rule at once.</summary>
internal static class AlertRuleCheck
{
    public const int LongestName = 80;

    public const int LongestRepeat = 7 * 24 * 60;

    public static IReadOnlyList<string> Faults(AlertRule rule, IReadOnlyCollection<string> channels)
    {
        var faults = new List<string>();
        if (rule.Name.Trim().Length is 0 or > LongestName)
        {
            faults.Add($"The name has {rule.Name.Trim().Length} characters. Give the rule a name of 1 to {LongestName}.");
        }

        if (AlertKindRegistry.Shipped().Find(rule.Kind) is { } kind)
        {
            faults.AddRange(kind.Parameters.Faults(rule.Parameters));
            if (rule.Deployment is not null && !kind.About.OfDeployments)
            {
                faults.Add($"\"{kind.Name}\" is about no deployment. Leave the deployment out.");
            }
        }
        else
        {
            faults.Add(AlertKindRegistry.Shipped().Miss(rule.Kind));
        }

        if (rule.RepeatMinutes is < 0 or > LongestRepeat)
        {
            faults.Add($"The same is counted for {rule.RepeatMinutes} minutes. Give 0 to {LongestRepeat}.");
        }

        faults.AddRange(rule.Channels.Where(id => !channels.Contains(id)).Select(id => $"There is no channel \"{id}\" any more. Take it out of the rule."));
        return faults;
    }
}
