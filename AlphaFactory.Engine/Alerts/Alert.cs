namespace AlphaFactory.Engine.Alerts;

/// <summary>One entry of the inbox.</summary>
/// <param name="Id">Rises with time.</param>
/// <param name="RuleId">The rule that told it.</param>
/// <param name="Rule">Name of the rule at that time.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">More of it; empty when the title says it all.</param>
/// <param name="At">When it happened first.</param>
public sealed record Alert(long Id, string RuleId, string Rule, AlertSeverity Severity, string Title, string Text, DateTimeOffset At)
{
    /// <summary>How often it happened within the rule's quiet window.</summary>
    public int Count { get; init; } = 1;

    /// <summary>When it happened last.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Id of the deployment it is about; null when it is about none.</summary>
    public string? Deployment { get; init; }

    /// <summary>Address of the page that shows it, relative to the root; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>When somebody said to have seen it; null while nobody has.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Who has.</summary>
    public string? SeenBy { get; init; }
}

/// <summary>Which alerts a list shows, the newest first.</summary>
/// <param name="Unseen">True lists only those nobody has seen.</param>
/// <param name="Least">Only those that matter at least so much.</param>
/// <param name="Deployment">Only about this deployment; null is all.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
public sealed record AlertQuery(bool Unseen = false, AlertSeverity Least = AlertSeverity.Info, string? Deployment = null, int Skip = 0, int Take = 50);

/// <summary>Alerts nobody has seen, and how many of them are critical.</summary>
public sealed record UnseenAlerts(int All, int Critical);
