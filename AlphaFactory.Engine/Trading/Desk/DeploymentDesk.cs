using System.Data.Common;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>Carries out what is wanted by writing it to the database, where whoever trades finds it; only the kill switch goes before the database.</summary>
internal sealed class DeploymentDesk(
    IDeployments deployments, IDeskStore store, IOrderJournals journals, KillSwitch kill, DeskBoard board, DeskHost host, DeskEventLog events, IDeskBus bus, IAuditLog audit) : ITradingDesk
{
    public DeskFrame Latest => board.Latest;

    public IAsyncEnumerable<DeskFrame> WatchAsync(CancellationToken cancellationToken) => board.WatchAsync(cancellationToken);

    public Task<EquityTail?> EquityAsync(string deployment, CancellationToken cancellationToken) => bus.AskEquityAsync(deployment, cancellationToken);

    public async Task<DeskAnswer> DoAsync(DeskCommand command, string by, CancellationToken cancellationToken)
    {
        host.SawSomebody();
        if (command is DeskCommand.StillHere)
        {
            bus.Send(DeskNudge.Alive);
            return new DeskAnswer.Done("Seen.");
        }

        if (command.ConfirmWith is { } word && !string.Equals(command.Typed, word, StringComparison.Ordinal))
        {
            return new DeskAnswer.Refused("confirm", $"\"{command.Typed}\" was typed. Type \"{word}\" to do it; nothing is done.");
        }

        try
        {
            return command switch
            {
                DeskCommand.Kill wanted => await KillAsync(wanted, by, cancellationToken),
                DeskCommand.Unkill wanted => await UnkillAsync(wanted, by, cancellationToken),
                DeskCommand.IToOne { Deployment: var id } => await deployments.FindAsync(id, cancellationToken) is { } deployment
                    ? await DoAsync(command, deployment, by, cancellationToken)
                    : new DeskAnswer.Refused("not-found", $"There is no deployment \"{id}\"."),
                _ => throw new ArgumentException($"The desk does not know the command {command.GetType().Name}.", nameof(command)),
            };
        }
        catch (Exception fault) when (fault.GetBaseException() is DbException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return new DeskAnswer.Refused("database", $"The database does not answer: {fault.GetBaseException().Message} Only the kill switch works without it.");
        }
    }

    private async Task<DeskAnswer> KillAsync(DeskCommand.Kill wanted, string by, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(wanted.Why))
        {
            return new DeskAnswer.Refused("note-missing", "Why is empty. Write why trading is killed.");
        }

        var state = await kill.ThrowAsync(wanted.Why.Trim(), by, wanted.Way, cancellationToken);
        return new DeskAnswer.Done(state.By == by && state.Why == wanted.Why.Trim()
            ? "Trading is killed: no order goes out, and those that wait are taken back. It stays so over restarts, until somebody takes it back."
            : $"Trading was killed before, by {state.By} ({state.Way}): {state.Why}");
    }

    private async Task<DeskAnswer> UnkillAsync(DeskCommand.Unkill wanted, string by, CancellationToken cancellationToken)
    {
        var answer = await kill.LiftAsync(wanted.Note, by, cancellationToken);
        if (answer is DeskAnswer.Refused)
        {
            return answer;
        }

        foreach (var deployment in await deployments.ListAsync(cancellationToken))
        {
            // Those that had not been marked yet must not go on by themselves either.
            if (deployment.State is DeploymentState.Killed or DeploymentState.Running)
            {
                await ChangeAsync(deployment, DeploymentState.Paused, wanted.Note, by, cancellationToken);
            }
        }

        bus.Send(DeskNudge.Look);
        return answer;
    }

    private async Task<DeskAnswer> DoAsync(DeskCommand command, Deployment deployment, string by, CancellationToken cancellationToken)
    {
        if (kill.State is { IsKilled: true } killed && command is (DeskCommand.Start or DeskCommand.Resume or DeskCommand.Flatten))
        {
            return new DeskAnswer.Refused("killed", $"Trading is killed by {killed.By} ({killed.Way}): {killed.Why}. Take the kill switch back first.");
        }

        if (command is (DeskCommand.Flatten or DeskCommand.Stop) && !string.Equals(command.Typed?.Trim(), deployment.Name, StringComparison.Ordinal))
        {
            return new DeskAnswer.Refused("confirm", $"\"{command.Typed}\" was typed. Type the name, \"{deployment.Name}\", to do it; nothing is done.");
        }

        var answer = command switch
        {
            DeskCommand.Start start when deployment.State == DeploymentState.Draft => await ChangeAsync(deployment, DeploymentState.Running, start.Note, by, cancellationToken),
            DeskCommand.Start => State(deployment, "started", "A draft can be; a paused one is resumed"),
            DeskCommand.Pause pause when deployment.State == DeploymentState.Running => await ChangeAsync(deployment, DeploymentState.Paused, pause.Note, by, cancellationToken),
            DeskCommand.Pause => State(deployment, "paused", "One that runs can be"),
            DeskCommand.Resume resume when deployment.State == DeploymentState.Paused => await ChangeAsync(deployment, DeploymentState.Running, resume.Note, by, cancellationToken),
            DeskCommand.Resume => State(deployment, "resumed", "A paused one can be"),
            DeskCommand.Flatten flatten => await FlattenAsync(deployment, flatten.Note, by, cancellationToken),
            DeskCommand.Stop stop => await StopAsync(deployment, stop.Note, by, cancellationToken),
            DeskCommand.SetSpeed speed => await SetSpeedAsync(deployment, speed.Speed, by, cancellationToken),
            DeskCommand.Unlock unlock => await UnlockAsync(deployment, unlock, by, cancellationToken),
            _ => throw new ArgumentException($"The desk does not know the command {command.GetType().Name}.", nameof(command)),
        };
        bus.Send(DeskNudge.Look);
        return answer;
    }

    private async Task<DeskAnswer> ChangeAsync(Deployment deployment, DeploymentState state, string note, string by, CancellationToken cancellationToken)
    {
        switch (await deployments.ChangeAsync(deployment.Id, deployment.Version, state, note, by, cancellationToken))
        {
            case DeployOutcome.Done { Deployment: var now }:
                events.Record($"{now.Id}:state:{now.Version}", (now.Id, now.Name), null, new DeskEvent.StateChanged(deployment.State, now.State, by, now.Note));
                return new DeskAnswer.Done($"{now.Name} is {Word(now.State)}.");
            case DeployOutcome.Refused refused:
                return new DeskAnswer.Refused("state", string.Join(" ", refused.Faults));
            case DeployOutcome.Overtaken overtaken:
                return new DeskAnswer.Refused("overtaken", $"{overtaken.Current.By} changed {deployment.Name} in the meantime; it is {Word(overtaken.Current.State)} now. Look again.");
            default:
                return new DeskAnswer.Refused("not-found", $"There is no deployment \"{deployment.Id}\".");
        }
    }

    private async Task<DeskAnswer> FlattenAsync(Deployment deployment, string note, string by, CancellationToken cancellationToken)
    {
        if (deployment.State is not (DeploymentState.Running or DeploymentState.Paused))
        {
            return State(deployment, "flattened", "One that runs or is paused can be");
        }

        if (FrameOf(deployment) is { Feed.IsFinished: true })
        {
            return new DeskAnswer.Refused("state", $"The replay of {deployment.Name} is over and its exchange is closed: there is no price to sell at any more. Stop it; its result stays as it is.");
        }

        // Paused first: nothing may be opened while it leaves.
        if (deployment.State == DeploymentState.Running && await ChangeAsync(deployment, DeploymentState.Paused, note.Length > 0 ? note : "flattened", by, cancellationToken) is DeskAnswer.Refused refused)
        {
            return refused;
        }

        await store.SetLeavingAsync(deployment.Id, true, cancellationToken);
        await audit.AppendAsync(by, "deployment-flattened", deployment.Id, note, cancellationToken);
        return new DeskAnswer.Done($"{deployment.Name} is paused, its orders are taken back, and its position is closed at the next price there is.");
    }

    private async Task<DeskAnswer> StopAsync(Deployment deployment, string note, string by, CancellationToken cancellationToken)
    {
        if (deployment.State == DeploymentState.Running)
        {
            return new DeskAnswer.Refused("state", $"{deployment.Name} is running. Pause or flatten it first.");
        }

        decimal held = JournalBooks.Held(await journals.Of(deployment.Account).ReadAsync(cancellationToken));
        if (held != 0 && FrameOf(deployment) is not { Feed.IsFinished: true })
        {
            return new DeskAnswer.Refused("state", FormattableString.Invariant($"{deployment.Name} holds {held} of {deployment.Symbols[0]}. Flatten it first."));
        }

        return await ChangeAsync(deployment, DeploymentState.Stopped, note, by, cancellationToken);
    }

    private async Task<DeskAnswer> SetSpeedAsync(Deployment deployment, double speed, string by, CancellationToken cancellationToken)
    {
        if (speed is not (>= Replay.ReplayPace.Slowest and <= Replay.ReplayPace.Fastest))
        {
            return new DeskAnswer.Refused("range", FormattableString.Invariant($"The speed is {speed}; it must be from {Replay.ReplayPace.Slowest} to {Replay.ReplayPace.Fastest}."));
        }

        if (deployment.State == DeploymentState.Stopped)
        {
            return State(deployment, "sped up or slowed down", "One that is not stopped can be");
        }

        await store.SetSpeedAsync(deployment.Id, speed, cancellationToken);
        await audit.AppendAsync(by, "deployment-speed", deployment.Id, FormattableString.Invariant($"{speed}"), cancellationToken);
        return new DeskAnswer.Done(FormattableString.Invariant($"{deployment.Name} plays at {speed} times the speed of the exchange."));
    }

    private async Task<DeskAnswer> UnlockAsync(Deployment deployment, DeskCommand.Unlock unlock, string by, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(unlock.Note))
        {
            return new DeskAnswer.Refused("note-missing", "The note is empty. Write why the lock may come off.");
        }

        if (FrameOf(deployment) is not { MarketTime: { } now } frame)
        {
            return new DeskAnswer.Refused("not-here", $"{deployment.Name} cannot be seen from this node, so nobody knows here which locks hold. Ask the node that trades.");
        }

        if (frame.Locks.All(one => one.Number != unlock.Lock))
        {
            return new DeskAnswer.Refused("not-found", $"No lock {unlock.Lock} holds in {deployment.Name}.{(frame.Locks.Count > 0 ? $" There are {string.Join(", ", frame.Locks.Select(one => one.Number))}." : "")}");
        }

        await store.AddUnlockAsync(deployment.Id, new LaneUnlock(unlock.Lock, by, now, unlock.Note.Trim()), cancellationToken);
        await audit.AppendAsync(by, "deployment-unlocked", deployment.Id, $"{unlock.Lock}: {unlock.Note.Trim()}", cancellationToken);
        return new DeskAnswer.Done($"Lock {unlock.Lock} of {deployment.Name} is off.");
    }

    private DeploymentFrame? FrameOf(Deployment deployment) => board.Latest.Deployments.FirstOrDefault(frame => frame.Id == deployment.Id);

    private static DeskAnswer.Refused State(Deployment deployment, string what, string remedy) =>
        new("state", $"{deployment.Name} is {Word(deployment.State)} and cannot be {what}. {remedy}.");

    private static string Word(DeploymentState state) => state.ToString().ToLowerInvariant();
}
