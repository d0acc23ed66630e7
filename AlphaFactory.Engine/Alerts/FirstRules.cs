namespace AlphaFactory.Engine.Alerts;

/// <summary>The rules a new installation begins with. They keep to the inbox until somebody gives them a channel.</summary>
internal static class FirstRules
{
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        new() { Name = "Trading: what needs a look", Kind = "trading", Least = AlertSeverity.Warning },
        new() { Name = "A job failed", Kind = "failed-job" },
        new() { Name = "The market is silent", Kind = "silent-market" },
    ];
}
