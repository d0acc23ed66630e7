namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>What is held.</summary>
[BotCommand("positions", "what is held, with stop and target", Order = 3)]
public sealed class PositionsCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var frame = scene.Desk.Latest;
        string lines = string.Join('\n', frame.Deployments.SelectMany(deployment => deployment.Positions.Select(position =>
            $"{deployment.Name}: {BotText.Shares(position.Shares)} {position.Symbol} at {BotText.Money(position.AverageCost)}, now {BotText.Money(position.Price)}, {BotText.Made(position.Unrealised)}; stop {BotText.Money(position.Stop)}, target {BotText.Money(position.Target)}")));
        return Task.FromResult<BotReply>(new BotReply.Say(BotText.Warning(frame, scene.Now) + (lines.Length > 0 ? lines : frame.Trouble is null ? "Nothing is held." : "")));
    }
}
