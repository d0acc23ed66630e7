using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>What happens at the desk.</summary>
[AlertKind("trading", "Something happened in trading", OfDeployments = true, Says = "Fills, refused and rejected orders, connections, states, locks, halts, the kill switch, ends of days: as the desk writes them down.")]
public sealed class TradingEvent : AlertKind<TradingEventParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, TradingEventParameters parameters) => scene.Events
        .Where(happened => Wants(happened.Happened, parameters))
        .Select(happened => new AlertFact(
            string.Create(CultureInfo.InvariantCulture, $"desk:{happened.Id}"),
            $"{happened.Deployment}:{EpisodeOf(happened)}",
            (AlertSeverity)(int)happened.Severity,
            Title(scene, happened),
            happened.MarketAt is { } market ? string.Create(CultureInfo.InvariantCulture, $"By the clock of its market: {TradingCalendar.Nyse.WallClock(market):yyyy-MM-dd HH:mm:ss} {TradingCalendar.ZoneWord}.") : "",
            happened.At)
        {
            Deployment = happened.Deployment,
            Link = "live",
        });

    // The desk writes the name of the deployment before what it says.
    private static string Title(AlertScene scene, StoredDeskEvent happened) => happened.Deployment is { } id && scene.NameOf(id) + ": " is var name && !happened.Text.StartsWith(name, StringComparison.Ordinal) ? name + happened.Text : happened.Text;

    private static bool Wants(DeskEvent happened, TradingEventParameters parameters) => happened switch
    {
        DeskEvent.Filled => parameters.Fills,
        DeskEvent.Refused or DeskEvent.Rejected or DeskEvent.OrderUnknown => parameters.Orders,
        DeskEvent.ConnectionLost or DeskEvent.ConnectionBack => parameters.Connections,
        DeskEvent.StateChanged or DeskEvent.FeedEnded => parameters.States,
        DeskEvent.RuleHalted or DeskEvent.Locked or DeskEvent.Unlocked => parameters.Risk,
        DeskEvent.DayEnded => parameters.Days,

        // Failures, alarms and the kill switch cannot be left out.
        _ => true,
    };

    // What is worth telling each time has an episode of its own; what comes in swarms shares one.
    private static string EpisodeOf(StoredDeskEvent happened) => happened.Happened switch
    {
        DeskEvent.Refused refused => $"refused:{refused.Symbol}:{refused.Code}",
        DeskEvent.Rejected rejected => $"rejected:{rejected.Symbol}",
        DeskEvent.ConnectionLost or DeskEvent.ConnectionBack => happened.Kind,
        DeskEvent.Alarm alarm => $"alarm:{alarm.Code}:{alarm.Symbol}",
        DeskEvent.RuleHalted halted => $"halted:{halted.Code}",
        DeskEvent.Locked locked => $"locked:{locked.By}:{locked.Symbol}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{happened.Kind}:{happened.Id}"),
    };
}

/// <summary>Parameters of <see cref="TradingEvent"/>.</summary>
public sealed record TradingEventParameters : AlertParameters
{
    /// <summary>Executions.</summary>
    [Display(Name = "Fills", Description = "Every execution, and corrections of earlier ones.")]
    public bool Fills { get; init; }

    /// <summary>Orders that went wrong.</summary>
    [Display(Name = "Orders that go wrong", Description = "Refused by the gate, rejected by the broker, or without an answer.")]
    public bool Orders { get; init; } = true;

    /// <summary>The connection.</summary>
    [Display(Name = "Connection", Description = "Lost and back.")]
    public bool Connections { get; init; } = true;

    /// <summary>States.</summary>
    [Display(Name = "States", Description = "Started, paused, stopped, and when a replay is over.")]
    public bool States { get; init; } = true;

    /// <summary>Rules and protections.</summary>
    [Display(Name = "Risk", Description = "Rules that close the account, locks of protections.")]
    public bool Risk { get; init; } = true;

    /// <summary>Ends of days.</summary>
    [Display(Name = "End of day", Description = "A summary at the close of each session.")]
    public bool Days { get; init; } = true;
}
