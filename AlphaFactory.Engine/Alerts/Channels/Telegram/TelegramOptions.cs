using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>The settings of the section <c>AlphaFactory:Alerts:Telegram</c>.</summary>
public sealed class TelegramOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Alerts:Telegram";

    /// <summary>Token of the bot, as BotFather gave it.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Chats and persons the bot obeys, by numeric id with commas between; empty obeys nobody and listens to nobody.</summary>
    public string Chats { get; set; } = "";

    /// <summary>Address of the Bot API: another one for a server of your own.</summary>
    /// <value>https://api.telegram.org</value>
    public string Api { get; set; } = "https://api.telegram.org";

    /// <summary>Seconds one question for news waits at the Bot API, 0 to 50.</summary>
    /// <value>25</value>
    [Range(0, 50, ErrorMessage = "Give 0 to 50 seconds.")]
    public int PollSeconds { get; set; } = 25;

    /// <summary>Seconds in which a dangerous command must be confirmed, 10 to 600.</summary>
    /// <value>60</value>
    [Range(10, 600, ErrorMessage = "Give 10 to 600 seconds.")]
    public int ConfirmSeconds { get; set; } = 60;

    /// <summary><see cref="Chats"/> as numbers; what is no number is left out.</summary>
    internal IReadOnlySet<long> Allowed => Chats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id) ? id : 0).Where(id => id != 0).ToHashSet();

    /// <summary>Public number of the bot: the part of the token before the colon.</summary>
    internal string BotId => BotToken.Split(':')[0];
}
