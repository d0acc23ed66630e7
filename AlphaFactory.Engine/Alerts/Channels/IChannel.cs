using AlphaFactory.Core.Registration;
using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Engine.Alerts.Channels;

/// <summary>A kind of channel. One instance without state; what it needs comes with the call.</summary>
public interface IChannel
{
    /// <summary>What a channel of this kind must be told, in the order of the form.</summary>
    IReadOnlyList<ChannelField> Fields { get; }

    /// <summary>What is missing in the configuration before it can send, in words; null when nothing is.</summary>
    string? Missing(IConfiguration configuration);

    /// <summary>Hands one message over.</summary>
    /// <returns>What came of it; it throws for nothing the other side does.</returns>
    Task<SendOutcome> SendAsync(ChannelMessage message, ChannelTools tools, CancellationToken cancellationToken);
}

/// <summary>Registers a kind of channel and says in words what it is.</summary>
/// <param name="id">Lower-kebab id, stable for ever.</param>
/// <param name="name">What people read.</param>
public sealed class ChannelAttribute(string id, string name) : RegisteredAttribute(id, name)
{
    /// <summary>What it is and how it is set up, in words.</summary>
    public required string Says { get; init; }
}

/// <summary>One thing a channel must be told.</summary>
/// <param name="Name">Lower-case name, stable for ever.</param>
/// <param name="Label">Label of its input.</param>
/// <param name="Hint">What to type.</param>
/// <param name="Fault">Says what is wrong with a text, or null.</param>
public sealed record ChannelField(string Name, string Label, string Hint, Func<string, string?> Fault);

/// <summary>What is sent.</summary>
/// <param name="Id">The same in every attempt.</param>
/// <param name="Kind">Why it is sent.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">The rest; may be empty.</param>
/// <param name="At">When it was written.</param>
/// <param name="Settings">The channel's settings by field name.</param>
public sealed record ChannelMessage(string Id, DeliveryKind Kind, AlertSeverity Severity, string Title, string Text, DateTimeOffset At, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Whole address of the page that shows it; null when there is none or the public address is not set.</summary>
    public string? Link { get; init; }

    /// <summary>True when an earlier attempt ended without an answer, so that it may have arrived.</summary>
    public bool MayRepeat { get; init; }
}

/// <summary>What came of an attempt.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The other side took it.</summary>
    /// <param name="Note">What it answered.</param>
    public sealed record Sent(string Note) : SendOutcome;

    /// <summary>Not now; the same may work later.</summary>
    /// <param name="Note">Why; never a secret.</param>
    /// <param name="After">How long the other side asked to be left alone; null when it did not say.</param>
    public sealed record Later(string Note, TimeSpan? After = null) : SendOutcome
    {
        /// <summary>True when it left this machine and no answer came, so that it may have arrived.</summary>
        public bool MayHaveArrived { get; init; }
    }

    /// <summary>The same will never work.</summary>
    /// <param name="Note">Why and what to do; never a secret.</param>
    public sealed record Refused(string Note) : SendOutcome;
}
