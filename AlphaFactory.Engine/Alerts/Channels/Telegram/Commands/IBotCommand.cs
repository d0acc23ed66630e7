using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Something the bot can be asked or told. One instance without state.</summary>
public interface IBotCommand
{
    /// <summary>Answers, or says what it would do once it is confirmed.</summary>
    Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken);
}

/// <summary>Registers a command.</summary>
/// <param name="id">The word behind the slash.</param>
/// <param name="name">What it does, for the menu.</param>
public sealed class BotCommandAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>Place in the menu, rising.</summary>
    public required int Order { get; init; }
}

/// <summary>What somebody typed.</summary>
/// <param name="Command">The word behind the slash.</param>
/// <param name="Argument">The rest of the line; empty when there is none.</param>
/// <param name="By">Who, as the audit log will name them.</param>
public sealed record BotOrder(string Command, string Argument, string By);

/// <summary>What commands look at and act on.</summary>
/// <param name="Desk">What trades.</param>
/// <param name="Runs">The jobs.</param>
/// <param name="Now">When it is asked.</param>
public sealed record BotScene(ITradingDesk Desk, IRunStore Runs, DateTimeOffset Now);

/// <summary>What the bot says.</summary>
public abstract record BotReply
{
    private BotReply()
    {
    }

    /// <summary>An answer.</summary>
    /// <param name="Text">In words.</param>
    public sealed record Say(string Text) : BotReply;

    /// <summary>A question: it is done when the code comes back in time.</summary>
    /// <param name="Text">What would be done, in words.</param>
    /// <param name="Act">Does it and says what came of it.</param>
    public sealed record Ask(string Text, Func<CancellationToken, Task<string>> Act) : BotReply;
}
