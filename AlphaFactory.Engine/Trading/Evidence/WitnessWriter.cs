using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Brings what the witnesses told into the store, many at a time. While the store is away it keeps them and tries again; what a crash takes along is told again when the
/// session goes through its bars once more.
/// </summary>
internal sealed partial class WitnessWriter(SessionWitnesses witnesses, IEvidenceStore store, TimeProvider clock, ILogger<WitnessWriter> log) : BackgroundService
{
    private const int Most = 500;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly List<object> _batch = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (Fill() && await TryWriteAsync(cancellationToken))
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await witnesses.Told.WaitToReadAsync(stoppingToken))
        {
            Fill();
            while (!await TryWriteAsync(stoppingToken))
            {
                await Task.Delay(s_pause, clock, stoppingToken);
            }
        }
    }

    private bool Fill()
    {
        while (_batch.Count < Most && witnesses.Told.TryRead(out object? told))
        {
            _batch.Add(told);
        }

        return _batch.Count > 0;
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.AddAsync([.. _batch.OfType<SeenBar>()], [.. _batch.OfType<GateRecord>()], cancellationToken);
            _batch.Clear();
            return true;
        }
#pragma warning disable CA1031 // The database may be away for a moment; what was told is kept and written later.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(fault, _batch.Count);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} seen bars and answers of the gate could not be stored yet")]
    private partial void Failed(Exception fault, int count);
}
