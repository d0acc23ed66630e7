namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>What was made and lost.</summary>
[BotCommand("pnl", "made and lost: today, and since the start", Order = 2)]
public sealed class PnlCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var frame = scene.Desk.Latest;
        string lines = string.Join("\n\n", frame.Deployments.Where(deployment => deployment.Equity is not null).Select(deployment =>
            $"{deployment.Name}, {deployment.Day:yyyy-MM-dd}\nday {BotText.Made(deployment.DayPnl)} (realised {BotText.Made(deployment.DayRealised)}, open {BotText.Made(deployment.DayUnrealised)})\nsince the start {BotText.Made(deployment.Equity - deployment.Capital)} on {BotText.Money(deployment.Capital)}, drawdown {BotText.Percent(deployment.Drawdown)}"));
        return Task.FromResult<BotReply>(new BotReply.Say(BotText.Warning(frame, scene.Now) + (lines.Length > 0 ? lines : "No deployment has figures yet.")));
    }
}
