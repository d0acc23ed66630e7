using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>What the scheduler starts: one backtest, named by its run. May be delivered twice; the claim on the run lets one through.</summary>
internal sealed class BacktestJob(BacktestRunner runner) : IJob
{
    public const string RunId = "run_id";

    public static JobKey Key { get; } = new("backtest", "alphafactory");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunAsync(context.MergedJobDataMap.GetString(RunId)!, cancellationToken);
}
