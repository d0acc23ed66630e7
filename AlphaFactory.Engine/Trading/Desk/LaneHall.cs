using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The lanes of this node: makes those run that should, tells them what changed, and ends the others. One loop calls it, but for <see cref="Kill"/>.</summary>
internal sealed class LaneHall(LaneWork work, IDeployments deployments) : IAsyncDisposable
{
    private readonly Dictionary<string, (int Version, string Fault)> _faults = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _opened = work.Clock.GetUtcNow();
    private Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private KillTally _tally = new(KillState.Off, 0);

    /// <summary>The lanes now. The dictionary is never changed, only replaced.</summary>
    public IReadOnlyDictionary<string, Lane> Lanes => Volatile.Read(ref _lanes);

    /// <summary>How the last kill went here.</summary>
    public KillState Measured
    {
        get
        {
            lock (_lock)
            {
                return _tally.State;
            }
        }
    }

    /// <summary>Why a deployment does not run although it should; null when it does, or should not.</summary>
    public string? FaultOf(string id)
    {
        lock (_lock)
        {
            return _faults.TryGetValue(id, out var fault) ? fault.Fault : null;
        }
    }

    /// <summary>Trading was killed, or it may come back. On any thread; returns when no order can go out any more.</summary>
    public void Kill(KillState state)
    {
        var lanes = Lanes.Values.Where(lane => !lane.IsOver).ToList();
        lock (_lock)
        {
            _tally = new KillTally(state.IsKilled && lanes.Count == 0 ? state with { CancelledAfter = 0 } : state, lanes.Count);
        }

        if (!state.IsKilled)
        {
            return;
        }

        foreach (var lane in lanes)
        {
            lane.Tell(new LaneOrder.Kill(state));
        }

        // A kill from before this node began was measured by whoever ran then; the time until the restart says nothing.
        if (state.Since >= _opened)
        {
            lock (_lock)
            {
                _tally.State = _tally.State with { BlockedAfter = Since(state) };
            }
        }
    }

    /// <summary>Brings the lanes in line with what the database says.</summary>
    public async Task FollowAsync(IReadOnlyList<Deployment> wanted, IReadOnlyDictionary<string, LaneState> kept, long token)
    {
        var next = new Dictionary<string, Lane>(_lanes, StringComparer.Ordinal);
        foreach (var deployment in wanted)
        {
            bool shouldRun = deployment.State is DeploymentState.Running or DeploymentState.Paused or DeploymentState.Killed;
            var state = kept.GetValueOrDefault(deployment.Id) ?? LaneState.None;
            if (next.TryGetValue(deployment.Id, out var lane))
            {
                if (lane.IsOver)
                {
                    await EndAsync(lane, deployment);
                    next.Remove(deployment.Id);
                }
                else
                {
                    lane.Tell(new LaneOrder.Want(deployment, state));
                }
            }
            else if (shouldRun && MayStart(deployment))
            {
                next[deployment.Id] = lane = new Lane(deployment, state, token, work, Cancelled);
                lane.Start();
            }
        }

        Volatile.Write(ref _lanes, next);
    }

    /// <summary>Ends every lane where it stands; its orders stay where they are.</summary>
    public async Task EmptyAsync()
    {
        var lanes = Lanes.Values.ToList();
        Volatile.Write(ref _lanes, new Dictionary<string, Lane>(StringComparer.Ordinal));
        await Task.WhenAll(lanes.Select(lane => lane.DisposeAsync().AsTask()));
    }

    public async ValueTask DisposeAsync() => await EmptyAsync();

    private bool MayStart(Deployment deployment)
    {
        lock (_lock)
        {
            if (deployment.Mode != TradingMode.Simulated)
            {
                _faults[deployment.Id] = (deployment.Version, $"There is no broker for {deployment.Mode} on this node.");
                return false;
            }

            // One that failed is tried again only when somebody changed something: to resume it, say.
            if (_faults.TryGetValue(deployment.Id, out var fault) && fault.Version >= deployment.Version)
            {
                return false;
            }

            _faults.Remove(deployment.Id);
            return true;
        }
    }

    private async Task EndAsync(Lane lane, Deployment deployment)
    {
        await lane.DisposeAsync();
        if (lane.Fault is not { } fault || lane.MayTryAgain)
        {
            return;
        }

        int version = deployment.Version;
        work.Events.Record($"{deployment.Id}:failed:{version}", (deployment.Id, deployment.Name), lane.Frame?.MarketTime, new DeskEvent.Failed(fault));
        if (deployment.State == DeploymentState.Running && await deployments.ChangeAsync(deployment.Id, version, DeploymentState.Paused, $"It failed: {fault}", "desk", CancellationToken.None) is DeployOutcome.Done done)
        {
            version = done.Deployment.Version;
        }

        lock (_lock)
        {
            _faults[deployment.Id] = (version, fault);
        }
    }

    private void Cancelled(Lane lane, KillState state, int count)
    {
        lock (_lock)
        {
            if (_tally.State.Since != state.Since)
            {
                return;
            }

            _tally.Left--;
            _tally.State = _tally.State with { Cancels = _tally.State.Cancels + count, CancelledAfter = _tally.Left <= 0 ? Since(state) : null };
        }
    }

    private double Since(KillState state) => Math.Max(0, (work.Clock.GetUtcNow() - state.Since!.Value).TotalMilliseconds);

    private sealed class KillTally(KillState state, int left)
    {
        public KillState State { get; set; } = state;

        public int Left { get; set; } = left;
    }
}
