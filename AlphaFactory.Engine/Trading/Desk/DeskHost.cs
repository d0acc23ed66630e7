using System.Globalization;
using AlphaFactory.Engine.Trading.Deployments;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// Runs what is deployed, on the one node that holds the lease; on every node it watches the kill switch and shows frames. The database says what should be; this makes it so, at
/// once when it is nudged and every second otherwise. Nothing that fails in here ends it, or the server.
/// </summary>
internal sealed partial class DeskHost : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1), s_frame = TimeSpan.FromMilliseconds(200), s_file = TimeSpan.FromMilliseconds(50), s_switch = TimeSpan.FromMilliseconds(200);

    private readonly IDeskStore _store;
    private readonly IDeployments _deployments;
    private readonly LaneHall _hall;
    private readonly KillSwitch _kill;
    private readonly DeskBoard _board;
    private readonly DeskEventLog _events;
    private readonly IDeskBus _bus;
    private readonly TimeProvider _clock;
    private readonly DeskOptions _options;
    private readonly bool _trades;
    private readonly string _node, _holder;
    private readonly ILogger<DeskHost> _log;
    private readonly SemaphoreSlim _nudged = new(0, 1);
    private readonly Dictionary<string, (DeploymentState State, int Version)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);
    private IReadOnlyList<Deployment> _seen = [];
    private volatile string? _trouble;
    private bool _hasLooked;
    private string? _otherNode;
    private DeskLease? _lease;
    private long _heardOther, _lastSign, _renewed, _sequence;

    public DeskHost(
        IDeskStore store, IDeployments deployments, LaneHall hall, KillSwitch kill, DeskBoard board, DeskEventLog events, IDeskBus bus, TimeProvider clock,
        IOptions<DeskOptions> options, IOptions<EngineOptions> engine, ILogger<DeskHost> log)
    {
        (_store, _deployments, _hall, _kill, _board, _events, _bus, _clock, _options, _log) = (store, deployments, hall, kill, board, events, bus, clock, options.Value, log);
        (_node, _trades, _lastSign) = (engine.Value.NodeName, engine.Value.Role != "web", clock.GetUtcNow().UtcTicks);
        _holder = DeskHolder.Of(_node);
        kill.Changed += Killed;
        bus.FrameCame += ShowOther;
        bus.Nudged += Nudge;
        bus.EquityOf = id => _hall.Lanes.TryGetValue(id, out var lane) ? new EquityTail(id, lane.Equity.From(0)) : null;
    }

    /// <summary>A person did something here.</summary>
    public void SawSomebody() => Volatile.Write(ref _lastSign, _clock.GetUtcNow().UtcTicks);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _kill.Changed -= Killed;
        await _hall.EmptyAsync();
        if (_lease is { } lease && lease.Holder == _holder)
        {
            await TryAsync(() => _store.ReleaseAsync(lease, cancellationToken));
        }
    }

    public override void Dispose()
    {
        _nudged.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on to start what comes after; nothing trades before the switch was read.
        await Task.Yield();
        while (!await TryAsync(() => _kill.LoadAsync(stoppingToken)))
        {
            await Task.Delay(s_look, _clock, stoppingToken);
        }

        await Task.WhenAll(WatchSwitchAsync(stoppingToken), ShowAsync(stoppingToken), TradeAsync(stoppingToken));
    }

    private async Task TradeAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            long began = _clock.GetTimestamp();
            if (await TryAsync(() => LookAsync(stoppingToken)))
            {
                _trouble = null;
            }

            WatchDeadMan();
            var left = s_look - _clock.GetElapsedTime(began);
            await _nudged.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, stoppingToken);
        }
    }

    /// <summary>Holds the lease where this node may trade, and brings the lanes in line with the database.</summary>
    private async Task LookAsync(CancellationToken stoppingToken)
    {
        var lease = await LeaseAsync(stoppingToken);
        bool isMine = lease?.Holder == _holder;
        _otherNode = isMine || lease is null ? null : DeskHolder.NodeOf(lease.Holder);
        if (_lease is { } before && (!isMine || before.Token != lease!.Token))
        {
            // Somebody else trades, or did in between: whatever ran here under the old token may not go on.
            Lost(before.Token);
            await _hall.EmptyAsync();
        }

        _lease = isMine ? lease : null;
        var deployments = await _deployments.ListAsync(stoppingToken);
        if (_kill.State is { IsKilled: true } killed && isMine)
        {
            deployments = await MarkKilledAsync(deployments, killed, stoppingToken);
        }

        if (isMine)
        {
            TellChanges(deployments);
            await _hall.FollowAsync(deployments, await _store.LanesAsync(stoppingToken), lease!.Token);
            if (_hall.Lanes.Values.Any(lane => lane.IsFenced))
            {
                await _hall.EmptyAsync();
            }
        }

        _seen = deployments;
    }

    private async Task<DeskLease?> LeaseAsync(CancellationToken stoppingToken)
    {
        if (!_trades)
        {
            return await _store.HolderAsync(stoppingToken);
        }

        if (_lease is not null && _clock.GetElapsedTime(_renewed).TotalSeconds < _options.LeaseSeconds / 3.0)
        {
            return _lease;
        }

        long asked = _clock.GetTimestamp();
        var lease = await _store.TakeAsync(_holder, TimeSpan.FromSeconds(_options.LeaseSeconds), DeskHolder.IsDeadHere, stoppingToken);
        _renewed = asked;
        return lease;
    }

    private async Task<IReadOnlyList<Deployment>> MarkKilledAsync(IReadOnlyList<Deployment> deployments, KillState killed, CancellationToken stoppingToken)
    {
        var marked = new List<Deployment>();
        foreach (var deployment in deployments)
        {
            marked.Add(deployment.State is DeploymentState.Running or DeploymentState.Paused
                && await _deployments.ChangeAsync(deployment.Id, deployment.Version, DeploymentState.Killed, killed.Why ?? "killed", killed.By ?? "desk", stoppingToken) is DeployOutcome.Done done ? done.Deployment : deployment);
        }

        return marked;
    }

    private void TellChanges(IReadOnlyList<Deployment> deployments)
    {
        foreach (var deployment in deployments)
        {
            // One that appears later was a draft, whoever made and started it.
            var known = _known.TryGetValue(deployment.Id, out var before) ? before : (State: _hasLooked ? DeploymentState.Draft : deployment.State, Version: 0);
            if (known.Version != deployment.Version && known.State != deployment.State)
            {
                _events.Record($"{deployment.Id}:state:{deployment.Version}", (deployment.Id, deployment.Name), null, new DeskEvent.StateChanged(known.State, deployment.State, deployment.By, deployment.Note));
            }

            _known[deployment.Id] = (deployment.State, deployment.Version);
        }

        _hasLooked = true;
    }

    private void Killed(KillState state)
    {
        _hall.Kill(state);
        Nudge(DeskNudge.Look);
    }

    private void Nudge(DeskNudge nudge)
    {
        if (nudge == DeskNudge.Alive)
        {
            SawSomebody();
        }
        else if (nudge == DeskNudge.Look && _nudged.CurrentCount == 0)
        {
            try
            {
                _nudged.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else was a moment quicker.
            }
            catch (ObjectDisposedException)
            {
                // The program is ending.
            }
        }
    }

    private void WatchDeadMan()
    {
        if (_options.DeadManMinutes > 0 && _lease is not null && !_kill.State.IsKilled && _clock.GetUtcNow() >= DeadManAt && _seen.Any(deployment => deployment.State == DeploymentState.Running))
        {
            _ = _kill.ThrowAsync(string.Create(CultureInfo.InvariantCulture, $"nobody showed a sign of life for {_options.DeadManMinutes} minutes"), "dead-man timer", "dead-man", CancellationToken.None);
        }
    }

    private DateTimeOffset? DeadManAt => _options.DeadManMinutes > 0 ? new DateTimeOffset(Volatile.Read(ref _lastSign), TimeSpan.Zero).AddMinutes(_options.DeadManMinutes) : null;

    /// <summary>True when it was done; what fails is logged and tried again at the next look.</summary>
    private async Task<bool> TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
#pragma warning disable CA1031 // The database may be away for a moment, and nothing that fails here may end the host.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _trouble = $"The database does not answer: {fault.GetBaseException().Message}";
            Failed(fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The desk could not look at the database; it tries again")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease {Token} to trade is lost; what ran here has ended")]
    private partial void Lost(long token);
}
