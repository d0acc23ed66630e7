namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The loops that must not wait for the database.</summary>
internal sealed partial class DeskHost
{
    private async Task WatchSwitchAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_file, _clock);
        Task looking = Task.CompletedTask;
        long looked = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            _kill.LookAtFile();
            if (looking.IsCompleted && _clock.GetElapsedTime(looked) >= s_switch)
            {
                // Beside this loop: a database that hangs must not keep the file from being seen.
                looked = _clock.GetTimestamp();
                looking = TryAsync(() => _kill.LookAtDatabaseAsync(stoppingToken));
            }
        }
    }

    private async Task ShowAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_frame, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_lease is not null)
            {
                var frame = Compose();
                _board.Show(frame);
                _bus.Send(frame);
            }
            else if (_clock.GetElapsedTime(Volatile.Read(ref _heardOther)) > 2 * s_look && _clock.GetUtcNow() - _board.Latest.At >= s_look)
            {
                _board.Show(Unseen());
            }
        }
    }

    private DeskFrame Compose()
    {
        var lanes = _hall.Lanes;
        var measured = _hall.Measured;
        var kill = _kill.State;
        return new DeskFrame
        {
            Sequence = ++_sequence,
            At = _clock.GetUtcNow(),
            Node = _node,
            Trouble = _trouble,
            Kill = kill.IsKilled && measured.Since == kill.Since ? measured : kill,
            DeadManAt = DeadManAt,
            Deployments = [.. _seen.Where(deployment => deployment.State != Deployments.DeploymentState.Stopped).Select(deployment => Of(deployment, lanes))],
        };
    }

    private DeploymentFrame Of(Deployments.Deployment deployment, IReadOnlyDictionary<string, Lane> lanes)
    {
        if (!lanes.TryGetValue(deployment.Id, out var lane) || lane.Frame is not { } frame)
        {
            return Lane.FrameOf(deployment) with { Fault = _hall.FaultOf(deployment.Id) };
        }

        // Points since the last frame, whatever lane frames were made between.
        long first = _shown.GetValueOrDefault(deployment.Id);
        var points = lane.Equity.From(first);
        _shown[deployment.Id] = points.Next;
        return frame with { NewEquity = points };
    }

    /// <summary>What a node that does not trade and hears nothing can say.</summary>
    private DeskFrame Unseen() => DeskFrame.Empty(_clock.GetUtcNow(), _trouble ?? (
        _otherNode is null ? "no node trades yet"
        : _bus.IsShared ? $"{_otherNode} trades, and nothing is heard of it"
        : $"{_otherNode} trades, and its figures cannot be seen from here. Set ConnectionStrings:Redis on both nodes")) with
    {
        Node = _otherNode,
        Kill = _kill.State,
        Deployments = [.. _seen.Where(deployment => deployment.State != Deployments.DeploymentState.Stopped).Select(Lane.FrameOf)],
    };

    private void ShowOther(DeskFrame frame)
    {
        if (_lease is null)
        {
            Volatile.Write(ref _heardOther, _clock.GetTimestamp());
            _board.Show(frame);
        }
    }
}
