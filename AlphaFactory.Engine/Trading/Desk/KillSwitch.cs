using System.Data.Common;
using AlphaFactory.Engine.Audit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// The one switch that ends all trading, whoever throws it: page, chord, API, verb, Telegram, a file in the data directory, the dead-man timer. It holds in memory at once, in a file
/// of this machine, in the database and on the other nodes, in this order, so that it works while the database is away; and over restarts, because file or database
/// remembers it. Thread safe.
/// </summary>
public sealed partial class KillSwitch : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly IDeskStore _store;
    private readonly KillFile _file;
    private readonly IDeskBus _bus;
    private readonly IAuditLog _audit;
    private readonly DeskEventLog _events;
    private readonly TimeProvider _clock;
    private readonly ILogger<KillSwitch> _log;
    private readonly Lock _lock = new();
    private volatile KillState _state = KillState.Off;
    private volatile bool _isKept = true;
    private DateTimeOffset? _liftedAt;
    private CancellationTokenSource _thrown = new();

    internal KillSwitch(IDeskStore store, IDeskBus bus, IAuditLog audit, DeskEventLog events, TimeProvider clock, IOptions<EngineOptions> options, ILogger<KillSwitch> log)
    {
        (_store, _bus, _audit, _events, _clock, _log) = (store, bus, audit, events, clock, log);
        _file = new KillFile(options.Value.DataPath, clock);
        _bus.KillCame += Hear;
    }

    /// <summary>Thrown or not, as this node knows it. Costs nothing to ask.</summary>
    public KillState State => _state;

    /// <summary>True when the database knows what this node knows.</summary>
    public bool IsKept => _isKept;

    /// <summary>The file that throws it by lying there, and remembers it.</summary>
    public string FilePath => _file.FullName;

    /// <summary>Cancelled as soon as it is thrown: for whoever waits for something else just then.</summary>
    public CancellationToken Thrown
    {
        get
        {
            lock (_lock)
            {
                return _thrown.Token;
            }
        }
    }

    /// <summary>Called on any thread as soon as it is thrown or taken back, before anything is written.</summary>
    public event Action<KillState>? Changed;

    /// <summary>Throws it. It holds on this node when the call begins to wait, whatever file, database and network do; thrown twice it stays as it was first.</summary>
    /// <param name="why">Why, in words.</param>
    /// <param name="by">Who.</param>
    /// <param name="way">By which way: <see cref="DeskCommand.Kill.Way"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not the kill.</param>
    public async Task<KillState> ThrowAsync(string why, string by, string way, CancellationToken cancellationToken)
    {
        if (Set(new KillState(_clock.GetUtcNow(), by, why, way)))
        {
            await KeepAsync(cancellationToken);
        }

        return _state;
    }

    /// <summary>Takes it back. That needs the database: what cannot be kept is not lifted.</summary>
    /// <param name="note">Why it may come back; it must say something.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Changes nothing.</param>
    public async Task<DeskAnswer> LiftAsync(string note, string by, CancellationToken cancellationToken)
    {
        if (!_state.IsKilled)
        {
            return new DeskAnswer.Refused("state", "The kill switch is not thrown.");
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return new DeskAnswer.Refused("note-missing", "The note is empty. Write why trading may come back.");
        }

        var at = _clock.GetUtcNow();
        try
        {
            await _store.LiftAsync(at, by, note.Trim(), cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            return new DeskAnswer.Refused("database", $"The database does not answer ({fault.Message}), and without it nobody would know after a restart that trading may go on. Try again when it does.");
        }

        Clear(at);
        _bus.Send(KillState.Off);
        Tell(at, by, note.Trim());
        await _audit.AppendAsync(by, "trading-unkilled", "desk", note.Trim(), cancellationToken);
        return new DeskAnswer.Done("The kill switch is taken back. What it stopped is paused; resume each deployment by itself.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bus.KillCame -= Hear;
        _thrown.Dispose();
    }

    /// <summary>Reads file and database at the start, before anything trades.</summary>
    /// <exception cref="DbException">The database is away; what the file said holds.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        LookAtFile();
        await LookAtDatabaseAsync(cancellationToken);
    }

    /// <summary>Looks whether the file lies there. Cheap; to be called ten times a second.</summary>
    internal void LookAtFile()
    {
        if (_state.IsKilled || _file.Read() is not { } found)
        {
            return;
        }

        if (found.Since <= _liftedAt)
        {
            // It was taken back on another node since.
            _file.Delete();
        }
        else if (Set(found))
        {
            _isKept = false;
        }
    }

    /// <summary>Brings file, database and this node to one mind. Without an answer of the database nothing changes.</summary>
    internal async Task LookAtDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!_isKept && _state.IsKilled)
        {
            await KeepAsync(cancellationToken);
            return;
        }

        var record = await _store.KillAsync(cancellationToken);
        _liftedAt = record.LiftedAt;
        if (record.State.IsKilled)
        {
            if (Set(record.State))
            {
                Remember(record.State);
            }
        }
        else if (_state.IsKilled && record is { LiftedAt: { } lifted } && lifted >= _state.Since)
        {
            Clear(lifted);
            Tell(lifted, record.LiftedBy, record.Note);
        }
        else if (_state.IsKilled)
        {
            // Thrown here while the database was away, and not written yet.
            await KeepAsync(cancellationToken);
        }
    }

    private void Tell(DateTimeOffset liftedAt, string? by, string? note) =>
        _events.Record($"unkilled:{liftedAt.ToUnixTimeMilliseconds()}", null, null, new DeskEvent.Unkilled(by ?? "", note ?? ""));

    private void Hear(KillState state)
    {
        if (state.IsKilled && Set(state))
        {
            Remember(state);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <returns>False when that failed: a restart without the database would know nothing of the kill.</returns>
    private bool Remember(KillState state)
    {
        if (_file.Write(state) is not { } fault)
        {
            return true;
        }

        NotOnFile(fault, FilePath);
        return false;
    }

    private bool Set(KillState state)
    {
        CancellationTokenSource thrown;
        lock (_lock)
        {
            if (_state.IsKilled)
            {
                return false;
            }

            (_state, thrown) = (state, _thrown);
        }

        Changed?.Invoke(state);
        thrown.Cancel();
        Threw(state.By, state.Way, state.Why);
        _events.Record($"killed:{state.Since!.Value.ToUnixTimeMilliseconds()}", null, null, new DeskEvent.Killed(state.By ?? "", state.Why ?? "", state.Way ?? ""));
        return true;
    }

    private void Clear(DateTimeOffset liftedAt)
    {
        lock (_lock)
        {
            (_state, _liftedAt, _isKept) = (KillState.Off, liftedAt, true);
            _thrown = new CancellationTokenSource();
        }

        _file.Delete();
        Changed?.Invoke(KillState.Off);
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var state = _state;
        _isKept = false;
        bool isOnFile = Remember(state);
        _bus.Send(state);
        try
        {
            await _store.ThrowAsync(state, cancellationToken).WaitAsync(s_patience, _clock, cancellationToken);
            _isKept = true;
            await _audit.AppendAsync(state.By ?? "", "trading-killed", "desk", $"{state.Way}: {state.Why}", cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the database does, trading is killed; it is told as soon as it answers.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotKept(fault, isOnFile ? "the file in the data directory remembers it" : "and no file could be written: after a restart before it answers nobody would know");
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Trading is killed by {By} ({Way}): {Why}")]
    private partial void Threw(string? by, string? way, string? why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Trading is killed, but the database could not be told yet; {Memory}")]
    private partial void NotKept(Exception fault, string memory);

    [LoggerMessage(Level = LogLevel.Error, Message = "Trading is killed, but {File} could not be written")]
    private partial void NotOnFile(Exception fault, string file);
}
