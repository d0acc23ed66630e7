using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;
using AlphaFactory.Engine.Alerts.Channels.Telegram;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>The channels, the one in the form, and what came of trying one.</summary>
public sealed class ChannelsModel(IAlertBook book, IAlertOutbox outbox, IConfiguration configuration, BotState bot, CurrentUser user, Toasts toasts, Confirmations confirmations, TimeProvider clock, ILogger<ChannelsModel> log)
{
    /// <summary>What stands in the address for a channel that is not stored yet.</summary>
    public const string New = "new";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250), s_patience = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, Delivery?> _tests = [];

    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>All channels by name.</summary>
    public IReadOnlyList<AlertChannel> Channels { get; private set; } = [];

    /// <summary>The channel in the form; null when the form is closed.</summary>
    public ChannelDraft? Draft { get; private set; }

    /// <summary>What is wrong with the form last sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>True for an owner, who may change channels.</summary>
    public bool MayAdmin { get; private set; }

    /// <summary>True for whoever may try them.</summary>
    public bool MayRun { get; private set; }

    /// <summary>How this process hears the bot; null while it does not listen.</summary>
    public BotHearing? Bot => bot.Now;

    /// <summary>Reads everything and opens the form for what the address names.</summary>
    public async Task LoadAsync(string? edit) => State = await StoreFault.GuardAsync(() => ReadAsync(edit), log);

    /// <summary>Changes the draft.</summary>
    public void Set(ChannelDraft draft) => Draft = draft;

    /// <summary>Changes the channel of the draft.</summary>
    public void Set(Func<AlertChannel, AlertChannel> change) => Draft = Draft is { } draft ? draft with { Channel = change(draft.Channel) } : null;

    /// <summary>What the configuration lacks for a kind, in words; null when nothing is.</summary>
    public string? Missing(string kind) => ChannelRegistry.Shipped().Find(kind)?.Missing(configuration);

    /// <summary>Stores the draft.</summary>
    /// <returns>True when the form can close.</returns>
    public async Task<bool> SaveAsync()
    {
        if (Draft is not { } draft || !await user.MayAdminAsync())
        {
            return false;
        }

        if (draft.Read(out var faults) is not { } channel)
        {
            Faults = faults;
            return false;
        }

        switch (await book.SaveAsync(channel, await user.NameAsync(), CancellationToken.None))
        {
            case AlertChange.Done:
                toasts.Say(channel.Version == 0 ? "Channel made" : "Channel changed", channel.Name.Trim());
                return true;
            case AlertChange.Refused refused:
                Faults = refused.Faults;
                return false;
            default:
                Faults = ["Somebody else changed or deleted this channel meanwhile. Close the form and open it again."];
                return false;
        }
    }

    /// <summary>Deletes a channel after a question.</summary>
    public async Task DeleteAsync(AlertChannel channel)
    {
        if (await user.MayAdminAsync()
            && await confirmations.AskAsync(new Question($"Delete {channel.Name}?", "Rules that use it keep to their other channels or to the inbox. Messages that wait for it are not sent. The delivery log stays.", $"Delete {channel.Name}", "Keep it"))
            && await book.DeleteChannelAsync(channel.Id, await user.NameAsync(), CancellationToken.None))
        {
            toasts.Say("Channel deleted", channel.Name);
        }
    }

    /// <summary>True while a try is under way.</summary>
    public bool IsTrying(AlertChannel channel) => _tests.TryGetValue(channel.Id, out var test) && test is { EndedAt: null };

    /// <summary>The last try of a channel on this page; null when there was none.</summary>
    public Delivery? TestOf(AlertChannel channel) => _tests.GetValueOrDefault(channel.Id);

    /// <summary>Tries a channel: the message goes the way every other one goes, by the node that sends.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="changed">Called when there is something new to show.</param>
    public async Task TestAsync(AlertChannel channel, Action changed)
    {
        if (!MayRun || IsTrying(channel))
        {
            return;
        }

        var test = await outbox.TestAsync(channel, await user.NameAsync(), CancellationToken.None);
        _tests[channel.Id] = test;
        changed();
        long start = clock.GetTimestamp();
        while (test.EndedAt is null && clock.GetElapsedTime(start) < s_patience)
        {
            await Task.Delay(s_look, clock);
            test = await outbox.FindAsync(test.Id, CancellationToken.None) ?? test;
            _tests[channel.Id] = test;
        }

        if (test.EndedAt is null)
        {
            _tests[channel.Id] = test with { EndedAt = clock.GetUtcNow(), Note = $"Nothing was heard of it for {s_patience.TotalSeconds:0} s. It is still on its way: look at the delivery log." };
        }

        changed();
    }

    private async Task<PageState> ReadAsync(string? edit)
    {
        (MayAdmin, MayRun) = (await user.MayAdminAsync(), await user.MayRunAsync());
        Channels = await book.ChannelsAsync(CancellationToken.None);
        Faults = [];
        Draft = !MayAdmin ? null : edit == New ? ChannelDraft.New() : Channels.FirstOrDefault(channel => channel.Id == edit) is { } found ? ChannelDraft.Of(found) : null;
        return Channels.Count > 0 ? new PageState.Ready() : new PageState.Empty("No channel: alerts keep to the inbox. Telegram, e-mail and webhooks can carry them to you.");
    }
}
