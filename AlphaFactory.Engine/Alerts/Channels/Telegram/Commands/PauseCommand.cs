using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Opens nothing more. It needs no second step: it can only make less happen.</summary>
[BotCommand("pause", "open nothing more; stops and targets stay", Order = 6)]
public sealed class PauseCommand : IBotCommand
{
    /// <inheritdoc/>
    public async Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var (chosen, fault) = DeploymentChoice.Of(scene.Desk.Latest, order.Argument, order.Command, DeploymentState.Running);
        return new BotReply.Say(fault ?? await DeploymentChoice.EachAsync(chosen, deployment => new DeskCommand.Pause(deployment.Id, "by Telegram"), scene.Desk, order.By, cancellationToken));
    }
}
