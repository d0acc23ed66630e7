using System.Globalization;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>What trades, and whether it is well.</summary>
[BotCommand("status", "what trades, and whether it is well", Order = 1)]
public sealed class StatusCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var frame = scene.Desk.Latest;
        string lines = string.Join("\n\n", frame.Deployments.Select(deployment => One(deployment, scene.Now)));
        return Task.FromResult<BotReply>(new BotReply.Say(BotText.Warning(frame, scene.Now) + (lines.Length > 0 ? lines : frame.Trouble is null ? "Nothing is deployed." : "")));
    }

    private static string One(DeploymentFrame deployment, DateTimeOffset now)
    {
        string mode = deployment.Mode.ToString().ToUpperInvariant(), state = deployment.State.ToString().ToLowerInvariant();
        string played = deployment.Feed is { Total: { } total } feed ? string.Create(CultureInfo.InvariantCulture, $", bar {feed.Played} of {total}") : "";
        string heard = deployment.Heard is { } at ? $", heard {BotText.Age(now - at)} ago" : "";
        string fault = deployment.Fault is { } why ? $"\nDoes not run: {why}" : "";
        string halts = deployment.Halts.Count > 0 ? $"\nClosed by {string.Join(", ", deployment.Halts.Select(halt => halt.Code))}" : "";
        string locks = deployment.Locks.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n{deployment.Locks.Count} locks of protections hold") : "";
        return $"{deployment.Name} [{mode}] {state}\n{deployment.Symbol}, {deployment.Strategy}, {deployment.Connection}{played}{heard}\nequity {BotText.Money(deployment.Equity)}, day {BotText.Made(deployment.DayPnl)}, drawdown {BotText.Percent(deployment.Drawdown)}{fault}{halts}{locks}";
    }
}
