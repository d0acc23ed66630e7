using System.Diagnostics.Metrics;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Jobs;

/// <summary>What the engine counts, under the meter <c>AlphaFactory.Engine</c>.</summary>
internal sealed class EngineMetrics
{
    public const string MeterName = "AlphaFactory.Engine";

    private readonly Counter<long> _started;
    private readonly Counter<long> _finished;
    private readonly Counter<long> _failed;
    private readonly Gauge<long> _queued;
    private readonly Histogram<double> _seconds;

    public EngineMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _started = meter.CreateCounter<long>("runs_started", "{run}", "Runs a worker of this process started.");
        _finished = meter.CreateCounter<long>("runs_finished", "{run}", "Runs this process brought to a result.");
        _failed = meter.CreateCounter<long>("runs_failed", "{run}", "Runs that ended in an error on this process.");
        _queued = meter.CreateGauge<long>("queue_length", "{run}", "Runs that wait for a worker, at the last sweep.");
        _seconds = meter.CreateHistogram<double>("run_seconds", "s", "Time from start to result of a run.");
    }

    public void Started() => _started.Add(1);

    public void Ended(RunState state, TimeSpan took)
    {
        if (state == RunState.Done)
        {
            _finished.Add(1);
            _seconds.Record(took.TotalSeconds);
        }
        else if (state == RunState.Failed)
        {
            _failed.Add(1);
        }
    }

    public void Queued(int count) => _queued.Record(count);
}
