using System.Text.Json;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>What the Bot API answered.</summary>
public abstract record BotAnswer
{
    private BotAnswer()
    {
    }

    /// <summary>It did it.</summary>
    /// <param name="Result">Its result.</param>
    public sealed record Ok(JsonElement Result) : BotAnswer;

    /// <summary>Too many calls.</summary>
    /// <param name="After">How long it wants to be left alone.</param>
    public sealed record Wait(TimeSpan After) : BotAnswer;

    /// <summary>It would not do it, and will not.</summary>
    /// <param name="Code">Its code, as of HTTP.</param>
    /// <param name="Words">Its words.</param>
    public sealed record Denied(int Code, string Words) : BotAnswer
    {
        /// <summary>The new id of a group that became a supergroup; null otherwise.</summary>
        public long? MovedTo { get; init; }
    }

    /// <summary>It was not reached, broke, or answered something that is not the Bot API.</summary>
    /// <param name="Words">What happened; never the token.</param>
    /// <param name="MayHaveArrived">True when it may have done it all the same.</param>
    public sealed record Broken(string Words, bool MayHaveArrived) : BotAnswer;
}

/// <summary>A message somebody sent the bot.</summary>
/// <param name="Id">Number of the update; rises.</param>
/// <param name="Chat">Number of the chat; negative for a group.</param>
/// <param name="From">Number of the person; null in a channel.</param>
/// <param name="Name">What the person calls themselves.</param>
/// <param name="Text">The text.</param>
/// <param name="At">When it was sent.</param>
public sealed record BotMessage(long Id, long Chat, long? From, string Name, string Text, DateTimeOffset At);
