using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>
/// The tries of one run in process on their way into the ledger. They are noted every few seconds and at the end, also of a run that is cancelled or fails; a process that is
/// killed loses the last few seconds. A ledger that cannot be written is told at the end and takes nobody's result away. Safe to share.
/// </summary>
public sealed class TrialCount : ITriedSets, IAsyncDisposable
{
    // Of all time a twentieth at most goes into notes: what they take grows with the sets.
    private const int PauseOverNote = 20;
    private static readonly TimeSpan s_often = TimeSpan.FromSeconds(5);

    private readonly ITrialLedger _ledger;
    private readonly IRunStore _runs;
    private readonly TimeProvider _clock;
    private readonly string _strategy, _space;
    private readonly long _before;
    private readonly SetCollector _tried = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _often;
    private long _added, _noted;
    private string? _fault;
    private TrialTally? _tally;

    internal TrialCount(ITrialLedger ledger, IRunStore runs, TimeProvider clock, string strategy, string space, long before)
    {
        (_ledger, _runs, _clock, _strategy, _space, _before) = (ledger, runs, clock, strategy, space, before);
        _often = NoteOftenAsync();
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<long> sets) => _tried.Add(sets);

    /// <summary>Notes the rest and says what it came to; asked again it says the same.</summary>
    public async Task<TrialTally> CloseAsync()
    {
        if (_tally is not null)
        {
            return _tally;
        }

        await _end.CancelAsync();
        await _often;
        await NoteAsync();
        string? fault = _fault;
        long sets = _tried.ToRanges().Count, missing = sets - _noted, known = Math.Max(_before + _added, await CountAsync());
        return _tally = new TrialTally(_strategy, _before, sets, _added, known + missing, fault is null, fault ?? _fault);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _end.Dispose();
    }

    private async Task NoteOftenAsync()
    {
        var pause = s_often;
        while (!_end.IsCancellationRequested)
        {
            // A pause that the end cuts short is no fault: the end notes what is left.
            await Task.WhenAny(Task.Delay(pause, _clock, _end.Token));
            if (!_end.IsCancellationRequested)
            {
                long start = _clock.GetTimestamp();
                await NoteAsync();
                var taken = PauseOverNote * _clock.GetElapsedTime(start);
                pause = taken > s_often ? taken : s_often;
            }
        }
    }

    /// <summary>All sets so far, because those already noted add nothing: so nothing is lost by a note that failed.</summary>
    private async Task NoteAsync()
    {
        var sets = _tried.ToRanges();
        if (sets.Count == _noted)
        {
            return;
        }

        try
        {
            // Not to be cancelled: what was tried stays tried.
            _added += await _ledger.AddAsync(_strategy, _space, sets, CancellationToken.None);
            (_noted, _fault) = (sets.Count, null);
        }
#pragma warning disable CA1031 // Whatever ails the ledger is told with the result; it must not take the result away.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault.GetBaseException().Message;
        }
    }

    /// <summary>Tries there are now; 0 when nobody can say.</summary>
    private async Task<long> CountAsync()
    {
        try
        {
            return await _runs.CountTrialsAsync(_strategy, CancellationToken.None);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault.GetBaseException().Message;
            return 0;
        }
    }
}
