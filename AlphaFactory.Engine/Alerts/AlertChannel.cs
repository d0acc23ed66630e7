namespace AlphaFactory.Engine.Alerts;

/// <summary>A way to a person or a program. Its secrets stand in the configuration, never here.</summary>
public sealed record AlertChannel
{
    /// <summary>Id; empty before it is stored.</summary>
    public string Id { get; init; } = "";

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Registered id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What the kind needs to know, by field name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Hours in which only critical alerts go out; null is none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Messages an hour, critical ones counted apart; what is more is held back and told in one digest.</summary>
    public int PerHour { get; init; } = 30;

    /// <summary>Id of the channel that takes a message this one could not deliver; null is none.</summary>
    public string? Fallback { get; init; }

    /// <summary>False while it is switched off.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Rises with every change; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>Who changed it last.</summary>
    public string By { get; init; } = "";
}
