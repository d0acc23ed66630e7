using System.Data.Common;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>
/// The tries of one run in process on their way into the ledger. They are noted every few seconds and at the end, also of a run that is cancelled or fails; a process that is
/// killed loses the last few seconds. A ledger that cannot be written is told at the end and takes nobody's result away. Safe to share.
/// </summary>
public sealed class TrialCount : ITriedSets, IAsyncDisposable
{
    private static readonly TimeSpan s_often = TimeSpan.FromSeconds(5);

    private readonly ITrialLedger _ledger;
    private readonly IRunStore _runs;
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
        (_ledger, _runs, _strategy, _space, _before) = (ledger, runs, strategy, space, before);
        _often = NoteOftenAsync(clock);
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
        long sets = _tried.ToRanges().Count;
        return _tally = new TrialTally(_strategy, _before, sets, _added, await TrialsAsync() ?? (_before + sets), _fault);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _end.Dispose();
    }

    private async Task NoteOftenAsync(TimeProvider clock)
    {
        while (!_end.IsCancellationRequested)
        {
            // A pause that the end cuts short is no fault: the end notes what is left.
            await Task.WhenAny(Task.Delay(s_often, clock, _end.Token));
            if (!_end.IsCancellationRequested)
            {
                await NoteAsync();
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
        catch (Exception fault) when (IsOfStore(fault))
        {
            _fault = fault.GetBaseException().Message;
        }
    }

    private async Task<long?> TrialsAsync()
    {
        if (_fault is not null)
        {
            return null;
        }

        try
        {
            return await _runs.CountTrialsAsync(_strategy, CancellationToken.None);
        }
        catch (Exception fault) when (IsOfStore(fault))
        {
            _fault = fault.GetBaseException().Message;
            return null;
        }
    }

    private static bool IsOfStore(Exception fault) => fault is TimeoutException || fault is DbException || fault.InnerException is DbException;
}
