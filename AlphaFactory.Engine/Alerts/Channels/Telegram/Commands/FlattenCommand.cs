using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Takes orders back and closes positions, after a second step.</summary>
[BotCommand("flatten", "take orders back and close positions (asks for a code)", Order = 8)]
public sealed class FlattenCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var (chosen, fault) = DeploymentChoice.Of(scene.Desk.Latest, order.Argument, order.Command, DeploymentState.Running, DeploymentState.Paused);
        return Task.FromResult<BotReply>(fault is not null ? new BotReply.Say(fault) : new BotReply.Ask(
            $"Pauses, takes every order back and closes at the next price:\n{string.Join('\n', chosen.Select(Words))}",
            end => DeploymentChoice.EachAsync(chosen, deployment => new DeskCommand.Flatten(deployment.Id, deployment.Name, "by Telegram"), scene.Desk, order.By, end)));
    }

    private static string Words(DeploymentFrame deployment) =>
        $"{deployment.Name} [{deployment.Mode.ToString().ToUpperInvariant()}]: {(deployment.Positions.Count == 0 ? "holds nothing" : string.Join(", ", deployment.Positions.Select(position => $"{BotText.Shares(position.Shares)} {position.Symbol}")))}";
}
