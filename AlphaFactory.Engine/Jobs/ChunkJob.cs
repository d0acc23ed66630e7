using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>What the scheduler starts: one piece of a study. May be delivered twice; the claim on the piece lets one through.</summary>
internal sealed class ChunkJob(ChunkRunner runner) : IJob
{
    public const string Ordinal = "ordinal";

    public static JobKey Key { get; } = new("chunk", "alphafactory");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunAsync(context.MergedJobDataMap.GetString(BacktestJob.RunId)!, context.MergedJobDataMap.GetInt(Ordinal), cancellationToken);
}
