using Microsoft.Extensions.Options;
using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Asks the scheduler.</summary>
internal sealed class JobHealth(ISchedulerFactory schedulers, IOptions<EngineOptions> options) : IJobHealth
{
    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        var status = (await schedulers.GetScheduler(cancellationToken)).Status;
        return options.Value.Role == "web" ? status is SchedulerStatus.Created or SchedulerStatus.Standby or SchedulerStatus.Running : status == SchedulerStatus.Running;
    }
}
