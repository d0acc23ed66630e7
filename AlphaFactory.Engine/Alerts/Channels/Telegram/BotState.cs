namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>How this process hears what is said to the bot. Of many nodes one listens; on the others nothing is known.</summary>
public sealed class BotState
{
    private volatile BotHearing? _now;

    /// <summary>The last that is known; null while this process has not listened.</summary>
    public BotHearing? Now => _now;

    internal void Set(string words, DateTimeOffset at, bool isWell) => _now = new BotHearing(words, at, isWell);
}

/// <summary>How the bot hears.</summary>
/// <param name="Words">In words.</param>
/// <param name="At">When that was known last.</param>
/// <param name="IsWell">True while it hears.</param>
public sealed record BotHearing(string Words, DateTimeOffset At, bool IsWell);
