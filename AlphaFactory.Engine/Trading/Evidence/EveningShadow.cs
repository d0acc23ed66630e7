using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Looks whether a day has ended on the clock of some deployment's market, and has it judged. What is due is seen from the store and not from messages, so an evening on which
/// nobody was there is made up for. Two nodes may judge the same day: they find the same, and the store keeps it once.
/// </summary>
internal sealed partial class EveningShadow(IShadow shadow, TimeProvider clock, IOptions<EngineOptions> options, ILogger<EveningShadow> log) : BackgroundService
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Role == "web")
        {
            return;
        }

        using var timer = new PeriodicTimer(s_pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                int days = await shadow.JudgeDueAsync(stoppingToken);
                if (days > 0)
                {
                    Judged(days);
                }
            }
#pragma warning disable CA1031 // The database may be away for a moment; the next look tries again.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Compared {Days} trading days with their backtests")]
    private partial void Judged(int days);

    [LoggerMessage(Level = LogLevel.Error, Message = "Comparing deployments with their backtests failed")]
    private partial void Failed(Exception fault);
}
