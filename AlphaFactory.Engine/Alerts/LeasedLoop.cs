using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts;

/// <summary>Does something again and again on the one node that holds a lease. The lease is kept while a round lasts; when it is lost, the round is broken off.</summary>
internal abstract partial class LeasedLoop(string name, ILeases leases, IOptions<EngineOptions> engine, IOptions<AlertOptions> options, TimeProvider clock, ILogger log) : BackgroundService
{
    private readonly string _holder = $"{engine.Value.NodeName}/{Guid.NewGuid():N}";

    /// <summary>The lease as this process claims it.</summary>
    protected LeaseClaim Claim => new(name, _holder);

    /// <summary>Pause between two rounds.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>True when there is anything to do here at all; asked before the lease is.</summary>
    protected virtual bool IsWanted => true;

    private TimeSpan Length => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <summary>One round, holding the lease.</summary>
    protected abstract Task RoundAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (IsWanted && await leases.TakeAsync(Claim, Length, stoppingToken))
                {
                    await HoldAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database may be away for a moment; the next round tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                RoundFailed(fault, name);
            }

            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await GiveBackAsync();
    }

    private async Task HoldAsync(CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var round = RoundAsync(end.Token);
        while (await Task.WhenAny(round, Task.Delay(Length / 3, clock, stoppingToken)) != round)
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (!await leases.TakeAsync(Claim, Length, stoppingToken))
            {
                LeaseLost(name);
                await end.CancelAsync();
                break;
            }
        }

        try
        {
            await round;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            // Another node goes on from here.
            return;
        }
    }

    private async Task GiveBackAsync()
    {
        try
        {
            await leases.ReleaseAsync(Claim, CancellationToken.None);
        }
#pragma warning disable CA1031 // It ends by itself; another node then waits a little longer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            RoundFailed(fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Name} failed; the next one tries again")]
    private partial void RoundFailed(Exception fault, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node took over {Name}")]
    private partial void LeaseLost(string name);
}
