using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>A deployment's state, feed and connection in words, and what can be done to it now.</summary>
public static class DeploymentWords
{
    /// <summary>Why a stop is not possible while shares are held.</summary>
    private const string Holds = "It holds shares. Flatten it first.";

    /// <summary>What it is doing.</summary>
    public static string State(DeploymentFrame one) => one switch
    {
        { Fault: { } } => "failed",
        { State: DeploymentState.Running, Feed.IsFinished: true } => "feed at its end",
        { State: DeploymentState.Running, IsRunning: false } => "starting",
        _ => one.State.ToString().ToLowerInvariant(),
    };

    /// <summary>Class of the state.</summary>
    public static string? Tone(DeploymentFrame one) => one.Fault is not null || one.State == DeploymentState.Killed ? "st-d" : one.State == DeploymentState.Paused ? "st-w" : null;

    /// <summary><c>Ready: bar 1,234 of 1,560, 13:40:00 of 2024-12-31</c>.</summary>
    public static string Where(DeploymentFrame one) => one switch
    {
        { Fault: { } fault } => fault,
        { MarketTime: null } => "waits for its first bar",
        { MarketTime: { } at } => $"{Bar(one.Feed)}{FigureText.Time(TradingCalendar.Nyse.Local(at))} of {FigureText.Date(TradingCalendar.Nyse.DayAt(at))}",
    };

    /// <summary>Class of the mark before the connection.</summary>
    public static string ConnectionTone(DeploymentFrame one) => one.IsReady ? "" : one.Fault is not null ? "down" : "wait";

    /// <summary>Why it cannot be paused; null when it can.</summary>
    public static string? CannotPause(DeploymentFrame one) => one.State == DeploymentState.Running ? null : $"It is {State(one)}; only one that runs can be paused.";

    /// <summary>Why it cannot be resumed; null when it can.</summary>
    public static string? CannotResume(DeploymentFrame one, KillState kill) =>
        kill.IsKilled ? "The kill switch is thrown. Take it back first." : one.State == DeploymentState.Paused ? null : $"It is {State(one)}; only a paused one can be resumed.";

    /// <summary>True when the last word of its market is more than twice as old as it may be.</summary>
    public static bool IsStale(DeploymentFrame one, DateTimeOffset now) => one is { Heard: { } heard, Period: { } seconds } && now - heard > TimeSpan.FromSeconds(2 * seconds);

    /// <summary>Why it cannot be flattened; null when it can.</summary>
    public static string? CannotFlatten(DeploymentFrame one, DateTimeOffset now) =>
        one.Positions.Count == 0 ? "It holds nothing."
        : one.Feed.IsFinished ? "Its replay is over: there is no price to sell at any more. Stop it; its result stays as it is."
        : IsStale(one, now) ? $"Its last price is {FigureText.Duration(now - one.Heard!.Value)} old: nobody knows what it would be closed at."
        : !one.IsReady ? $"It needs the broker: {one.Connection}."
        : one.State is DeploymentState.Running or DeploymentState.Paused ? null
        : $"It is {State(one)}. Take the kill switch back first.";

    /// <summary>Why it cannot be stopped; null when it can.</summary>
    public static string? CannotStop(DeploymentFrame one) =>
        one.Positions.Count > 0 && !one.Feed.IsFinished ? Holds
        : one.State == DeploymentState.Running ? "It runs. Pause it first."
        : null;

    private static string Bar(FeedFrame feed) => feed.Total is { } total ? $"bar {FigureText.Count(feed.Played)} of {FigureText.Count(total)}, " : "";
}
