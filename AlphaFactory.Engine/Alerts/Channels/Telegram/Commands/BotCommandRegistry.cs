using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Every command there is, found by one scan. Immutable and safe to share.</summary>
public sealed class BotCommandRegistry
{
    private readonly IReadOnlyList<(BotCommandAttribute Attribute, IBotCommand Instance)> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">A word is taken twice, or an entry is half-made.</exception>
    public BotCommandRegistry(IEnumerable<Type> types) => _entries = [.. AttributeScan.Find<IBotCommand, BotCommandAttribute>(types).OrderBy(entry => entry.Attribute.Order)];

    /// <summary>What is known of every command, in the order of the menu.</summary>
    public IReadOnlyList<BotCommandAttribute> All => [.. _entries.Select(entry => entry.Attribute)];

    /// <summary>The commands of this program.</summary>
    public static BotCommandRegistry Shipped() => new(typeof(BotCommandRegistry).Assembly.GetTypes());

    /// <summary>The command of that word, or null.</summary>
    public IBotCommand? Find(string word) => _entries.FirstOrDefault(entry => entry.Attribute.Id == word).Instance;

    /// <summary>What to say when there is no such command.</summary>
    public string Miss(string word) =>
        $"There is no /{word}.{Suggestion.Sentence(word, All.Select(command => command.Id))}\n\n{Menu}";

    /// <summary>All commands with what they do.</summary>
    public string Menu => string.Join('\n', All.Select(command => $"/{command.Id} {command.Name}"));
}
