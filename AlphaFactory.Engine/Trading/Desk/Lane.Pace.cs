using System.Data.Common;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Replay;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// How the clock of a lane goes: at its speed, a fifth of a second at a time, and never beyond what is kept of it, so that it never goes back. In between it does what it was told.
/// </summary>
internal sealed partial class Lane
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(200), s_ahead = TimeSpan.FromSeconds(5), s_patience = TimeSpan.FromSeconds(5), s_again = TimeSpan.FromMilliseconds(500);

    private double _speed;
    private TimeSpan _earned;
    private long _stamp;
    private DateTimeOffset _mark = DateTimeOffset.MinValue;
    private bool _isLeaving, _isFinished;
    private string? _stalled;

    /// <inheritdoc/>
    public async Task<bool> WaitAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        while (true)
        {
            _end.Token.ThrowIfCancellationRequested();
            if (await TakeMailAsync())
            {
                return false;
            }

            if (_router.IsBehind)
            {
                // What happened must be written before the clock goes on: a restart would go on from the clock, and know nothing of it.
                await StandAsync("the order journal cannot be written, and the clock of the replay stands until it can");
                return false;
            }

            Earn();
            var now = _clock.GetUtcNow();
            var open = ReplayPace.OpenTime(now, to);
            if (_earned >= open)
            {
                if (!await KeepAsync(to, to))
                {
                    return false;
                }

                _earned -= open;
                PublishInTime();
                return true;
            }

            var on = Advance(now, _earned, to);
            if (!await KeepAsync(on, to))
            {
                return false;
            }

            _earned = TimeSpan.Zero;
            _clock.MoveTo(on);
            PublishInTime();
            var left = ReplayPace.OpenTime(on, to) / _speed;
            await WaitForMailAsync(left < s_step ? left : s_step);
        }
    }

    /// <summary>Time of the market that the machine's time since the last look is worth; what was lost to a stall of more than a second is not made up for.</summary>
    private void Earn()
    {
        long stamp = _work.Clock.GetTimestamp();
        var passed = _stamp == 0 ? TimeSpan.Zero : _work.Clock.GetElapsedTime(_stamp, stamp);
        _stamp = stamp;
        _earned += (passed < TimeSpan.FromSeconds(1) ? passed : TimeSpan.FromSeconds(1)) * _speed;
    }

    /// <summary>An instant with so much open time later; nights, week-ends and holidays take none.</summary>
    private static DateTimeOffset Advance(DateTimeOffset now, TimeSpan open, DateTimeOffset limit)
    {
        if (TradingCalendar.Nyse.CurrentOrNext(now) is not { Hours: var hours })
        {
            return limit;
        }

        var on = (now > hours.Open ? now : hours.Open) + open;
        on = on < hours.Close ? on : hours.Close;
        return on < limit ? on : limit;
    }

    /// <summary>
    /// Keeps in the database how far the clock may go, some seconds ahead, but never beyond the next thing that happens: a clock that comes back there has skipped nothing. While it
    /// cannot be kept the clock stands.
    /// </summary>
    private async Task<bool> KeepAsync(DateTimeOffset instant, DateTimeOffset next)
    {
        if (instant <= _mark)
        {
            _stalled = null;
            return true;
        }

        var ahead = Advance(instant, s_ahead * _speed, next);
        bool kept = false;
        if (await ReachAsync(async stop => kept = await _work.Store.MarkAsync(Id, ahead, _token, stop)))
        {
            (_mark, _stalled) = kept ? (ahead, (string?)null) : throw new JournalFencedException($"Another node trades {Id} now.");
            return true;
        }

        await StandAsync("the database does not answer, and the clock of the replay stands until it does");
        return false;
    }

    private async Task StandAsync(string why)
    {
        _stalled = why;
        PublishInTime();
        await WaitForMailAsync(s_again);
    }

    /// <summary>Tries something with the database, for no longer than is good, and not a moment longer once trading is killed.</summary>
    /// <returns>False when the database did not answer.</returns>
    private async Task<bool> ReachAsync(Func<CancellationToken, Task> reach)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_work.Kill.State.IsKilled ? CancellationToken.None : _work.Kill.Thrown, _end.Token);
        try
        {
            await reach(stop.Token).WaitAsync(s_patience, _work.Clock, stop.Token);
            return true;
        }
        catch (Exception fault) when (fault is DbException or TimeoutException || (fault is OperationCanceledException && !_end.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task WaitForMailAsync(TimeSpan most)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var mail = _mail.Reader.WaitToReadAsync(stop.Token).AsTask();
        await Task.WhenAny(mail, Task.Delay(most, _work.Clock, stop.Token));
        await stop.CancelAsync();
        _end.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Does what it was told.</summary>
    /// <returns>True when it touched orders, so that the books must be looked at before the clock goes on.</returns>
    private async Task<bool> TakeMailAsync()
    {
        bool touched = false;
        while (_mail.Reader.TryRead(out var order))
        {
            switch (order)
            {
                case LaneOrder.Kill { State: var state }:
                    _router.CancelsHandedOver = count => _cancelled(this, state, count);
                    await _router.CancelAllAsync($"trading was killed: {state.Why}", CancellationToken.None);
                    _router.CancelsHandedOver = null;
                    touched = true;
                    break;
                case LaneOrder.Want want:
                    (_deployment, _kept) = (want.Deployment, want.State);
                    if (want.Deployment.State == DeploymentState.Stopped)
                    {
                        await FinishAsync();
                    }

                    SetSpeed(want.State.Speed ?? want.Deployment.Feed.Speed);
                    Gate(_runner!);
                    Unlock();
                    touched |= await LeaveAsync();
                    break;
            }

            _isDirty = true;
        }

        await LeftAsync();
        return touched;
    }

    /// <summary>Stopped for good: every order is taken back, and what is on its way arrives.</summary>
    private async Task FinishAsync()
    {
        await _router.CancelAllAsync("the deployment was stopped", CancellationToken.None);
        while (_broker.NextDue is { } due)
        {
            _clock.MoveTo(due);
            await _runner!.SettleAsync(CancellationToken.None);
        }

        await _end.CancelAsync();
        _end.Token.ThrowIfCancellationRequested();
    }

    private void SetSpeed(double speed)
    {
        if (speed != _speed)
        {
            (_speed, _earned) = (speed, TimeSpan.Zero);
        }
    }

    /// <summary>What the gate lets through, by what the deployment is doing; the kill switch goes before.</summary>
    private void Gate(LiveRunner runner)
    {
        var killed = _work.Kill.State;
        runner.ModeWhy = killed.IsKilled ? killed.Why : $"{_deployment.By} set {_deployment.Name} to {_deployment.State.ToString().ToLowerInvariant()}{(_deployment.Note.Length > 0 ? $": {_deployment.Note}" : "")}";
        runner.Mode = killed.IsKilled || _deployment.State == DeploymentState.Killed ? GateMode.Halted
            : _deployment.State == DeploymentState.Running ? GateMode.Active
            : GateMode.ReduceOnly;
    }

    private void Unlock()
    {
        foreach (var unlock in _kept.Unlocks)
        {
            if (_runner!.Locks.Unlock(unlock.Lock, unlock.By, unlock.Note, unlock.At) == UnlockOutcome.Unlocked)
            {
                Record($"unlock:{unlock.Lock}", new DeskEvent.Unlocked(unlock.Lock, unlock.By, unlock.Note));
            }
        }
    }

    /// <summary>Begins to leave when somebody wants out.</summary>
    private async Task<bool> LeaveAsync()
    {
        if (!_kept.IsLeaving || _isLeaving || _runner!.Mode == GateMode.Halted)
        {
            return false;
        }

        _isLeaving = true;
        await _runner.LeaveAsync("somebody wants out", CancellationToken.None);
        return true;
    }

    /// <summary>Keeps that the wish is fulfilled, once nothing is held and nothing is on its way.</summary>
    private async Task LeftAsync()
    {
        // What cannot be kept now is at the next look; until then a restart would find nothing to leave.
        if (_isLeaving && !_runner!.IsLeaving && Held == 0 && _stalled is null && await ReachAsync(stop => _work.Store.SetLeavingAsync(Id, false, stop)))
        {
            (_isLeaving, _kept) = (false, _kept with { IsLeaving = false });
        }
    }
}
