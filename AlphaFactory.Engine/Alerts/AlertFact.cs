namespace AlphaFactory.Engine.Alerts;

/// <summary>Something that happened and that a rule may want to tell.</summary>
/// <param name="Id">Identity of what happened: a rule tells it once, however often it is seen.</param>
/// <param name="Episode">What it belongs to: within a rule's quiet window the same episode is counted, not sent again.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">One line, without the name of the rule.</param>
/// <param name="Text">What happened, with numbers and the remedy; empty when the title says it all.</param>
/// <param name="At">When it happened.</param>
public sealed record AlertFact(string Id, string Episode, AlertSeverity Severity, string Title, string Text, DateTimeOffset At)
{
    /// <summary>Id of the deployment it is about; null when it is about none.</summary>
    public string? Deployment { get; init; }

    /// <summary>Address of the page that shows it, relative to the root; null when there is none.</summary>
    public string? Link { get; init; }
}
