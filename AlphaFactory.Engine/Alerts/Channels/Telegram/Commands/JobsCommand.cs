using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Jobs that run and wait.</summary>
[BotCommand("jobs", "jobs that run and wait", Order = 5)]
public sealed class JobsCommand : IBotCommand
{
    private const int Most = 20;

    /// <inheritdoc/>
    public async Task<BotReply> AnswerAsync(BotOrder order, BotScene scene, CancellationToken cancellationToken)
    {
        var runs = await scene.Runs.ListAsync(new RunQuery([RunState.Running, RunState.Queued], Take: Most) { Kind = null }, cancellationToken);
        return new BotReply.Say(runs.Count == 0 ? "No job runs or waits." : string.Join('\n', runs.Select(run =>
            $"{run.Title} on {run.Spec.Symbol}: {(run.State == RunState.Queued ? "waits" : run.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $"{run.Done:#,0} of {run.Total:#,0}") : "starts")}")));
    }
}
