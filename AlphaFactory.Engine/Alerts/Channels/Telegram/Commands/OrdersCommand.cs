namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Orders that are not over.</summary>
[BotCommand("orders", "orders that are not over", Order = 4)]
public sealed class OrdersCommand : IBotCommand
{
    /// <inheritdoc/>
    public Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var frame = scene.Desk.Latest;
        string lines = string.Join('\n', frame.Deployments.SelectMany(deployment => deployment.Orders.Select(one =>
            $"{deployment.Name}: {one.Side.ToString().ToLowerInvariant()} {BotText.Shares(one.Quantity)} {one.Symbol} {one.Kind.ToString().ToLowerInvariant()}{Price(" limit ", one.Limit)}{Price(" stop ", one.Stop)}, {one.State.ToString().ToLowerInvariant()}, {BotText.Shares(one.Filled)} filled ({one.Reason})")));
        return Task.FromResult<BotReply>(new BotReply.Say(BotText.Warning(frame, scene.Now) + (lines.Length > 0 ? lines : frame.Trouble is null ? "No order is open." : "")));
    }

    private static string Price(string word, decimal? price) => price is null ? "" : word + BotText.Money(price);
}
