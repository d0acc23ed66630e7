using AlphaFactory.Engine.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Starts the scheduler with the process and stops it with it; between the two, sweeps. A web node schedules but never runs.</summary>
internal sealed partial class JobsHost(
    ISchedulerFactory schedulers, SchedulerDatabase database, RunScheduler runs, RecoverySweep sweep, TimeProvider clock, IOptions<EngineOptions> options, IOptions<JobOptions> jobOptions, ILogger<JobsHost> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler;
        await using (await database.PrepareAsync(cancellationToken))
        {
            // The scheduler creates its tables while it is built; the lock keeps a second process from doing so at the same moment.
            scheduler = await schedulers.GetScheduler(cancellationToken);
            await runs.DeclareAsync(cancellationToken);
        }

        if (options.Value.Role != "web")
        {
            await sweep.SweepAsync(cancellationToken);
            await scheduler.Start(cancellationToken);
            await base.StartAsync(cancellationToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(jobOptions.Value.SweepSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sweep.SweepAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a moment; the next sweep tries again.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                SweepFailed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep for lost runs failed")]
    private partial void SweepFailed(Exception fault);
}
