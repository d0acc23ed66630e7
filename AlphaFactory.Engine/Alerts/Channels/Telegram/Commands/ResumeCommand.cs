using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Lets paused deployments trade again, after a second step.</summary>
[BotCommand("resume", "trade again (asks for a code)", Order = 7)]
public sealed class ResumeCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var (chosen, fault) = DeploymentChoice.Of(scene.Desk.Latest, order.Argument, order.Command, DeploymentState.Paused);
        return Task.FromResult<BotReply>(fault is not null ? new BotReply.Say(fault) : new BotReply.Ask(
            $"Trades again: {string.Join(", ", chosen.Select(deployment => $"{deployment.Name} [{deployment.Mode.ToString().ToUpperInvariant()}]"))}.",
            end => DeploymentChoice.EachAsync(chosen, deployment => new DeskCommand.Resume(deployment.Id, "by Telegram"), scene.Desk, order.By, end)));
    }
}
