namespace AlphaFactory.Web.Api;

/// <summary>What goes with a command to a deployment; each command reads what it needs.</summary>
public sealed record DeskCommandBody
{
    /// <summary>Why.</summary>
    public string? Note { get; init; }

    /// <summary>The name of the deployment, to flatten or stop it.</summary>
    public string? Confirm { get; init; }

    /// <summary>Times the speed of the exchange.</summary>
    public double? Speed { get; init; }

    /// <summary>Number of the lock to take off.</summary>
    public int? Lock { get; init; }
}

/// <summary>What goes with the kill switch.</summary>
public sealed record KillBody
{
    /// <summary>Why trading is killed.</summary>
    public string? Why { get; init; }

    /// <summary>Why it may come back.</summary>
    public string? Note { get; init; }

    /// <summary>The word kill or unkill.</summary>
    public string? Confirm { get; init; }
}

/// <summary>What a command answered.</summary>
public sealed record DeskAnswerBody(string Words);
