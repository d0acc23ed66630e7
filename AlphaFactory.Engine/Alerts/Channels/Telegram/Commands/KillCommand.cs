using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>The kill switch, after a second step. It can be taken back on the page only.</summary>
[BotCommand("kill", "the kill switch: no order of anything goes out (asks for a code)", Order = 9)]
public sealed class KillCommand : IBotCommand
{
    private const string Way = "telegram";

    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken) => Task.FromResult<BotReply>(
        scene.Desk.Latest.Kill is { IsKilled: true } killed
            ? new BotReply.Say($"It is thrown already, by {killed.By}: {killed.Why}. It is taken back on the page.")
            : new BotReply.Ask(
                "Throws the kill switch: no order of any deployment goes out, every order that waits is taken back, positions stay. Only the page takes it back.",
                async end => DeploymentChoice.Words(await scene.Desk.DoAsync(new DeskCommand.Kill(order.Argument.Length > 0 ? order.Argument : "by Telegram", Way, DeskCommand.Kill.Word), order.By, end))));
}
