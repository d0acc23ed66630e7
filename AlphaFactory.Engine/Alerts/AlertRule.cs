namespace AlphaFactory.Engine.Alerts;

/// <summary>What shall be told, to whom.</summary>
public sealed record AlertRule
{
    /// <summary>Id; empty before it is stored.</summary>
    public string Id { get; init; } = "";

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Registered id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Parameters of the kind by snake_case name as text; an absent one takes its default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Only this deployment; null is all, and what is about none.</summary>
    public string? Deployment { get; init; }

    /// <summary>Only what matters at least so much.</summary>
    public AlertSeverity Least { get; init; }

    /// <summary>Tell it as mattering so much; null leaves it as it happened.</summary>
    public AlertSeverity? As { get; init; }

    /// <summary>Ids of the channels it goes out by; empty keeps it in the inbox.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Minutes in which more of the same is counted and not sent; 0 sends everything.</summary>
    public int RepeatMinutes { get; init; } = 15;

    /// <summary>False while it is switched off.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Rises with every change; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>Nothing that happened before is told: when it was made, changed or switched on.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Who changed it last.</summary>
    public string By { get; init; } = "";
}
