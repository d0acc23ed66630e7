using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Follows one study from the queue to its end. Signs of life come over the bus; the store is asked now and then, because a message can be lost.</summary>
public sealed class StudyWatch(IStudyStore studies, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger log) : IDisposable
{
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private IDisposable? _subscription;
    private ITimer? _timer;
    private string _id = "";
    private volatile bool _readAgain;

    /// <summary>Raised from any thread when there is something new to draw.</summary>
    public event Action? Changed;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>How far the study is; null before the first answer.</summary>
    public StudyState? Study { get; private set; }

    /// <summary>True once it will not move by itself.</summary>
    public bool IsEnded => Study?.Run.State is RunState.Done or RunState.Failed or RunState.Cancelled;

    /// <summary>Ends when the page is left.</summary>
    public CancellationToken Leaving => _leaving.Token;

    /// <summary>Starts to follow a study.</summary>
    public async Task OpenAsync(string id)
    {
        (_id, Study, State) = (id, null, new PageState.Loading());
        _subscription ??= bus.Subscribe(Hear);
        _timer ??= clock.CreateTimer(_ => _ = ReadAsync(), null, s_glance, s_glance);
        await ReadAsync();
    }

    /// <summary>Reads how far it is.</summary>
    public async Task ReadAsync()
    {
        if (IsEnded || _leaving.IsCancellationRequested)
        {
            return;
        }

        if (!await _reading.WaitAsync(0))
        {
            // What is being read now may be older than the news that asked for this.
            _readAgain = true;
            return;
        }

        try
        {
            State = await StoreFault.GuardAsync(AskAsync, log);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was closed while it read.
        }
        finally
        {
            _reading.Release();
        }

        Changed?.Invoke();
        if (_readAgain)
        {
            _readAgain = false;
            await ReadAsync();
        }
    }

    /// <summary>Asks the workers to stop.</summary>
    public async Task CancelAsync(string by)
    {
        await jobs.CancelAsync(_id, by, _leaving.Token);
        await ReadAsync();
    }

    /// <summary>Puts an ended study back in the queue and follows it again. Pieces that are done are not computed again.</summary>
    public async Task RetryAsync(string by)
    {
        await jobs.RetryAsync(_id, by, _leaving.Token);
        await OpenAsync(_id);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task<PageState> AskAsync()
    {
        Study = await studies.FindAsync(_id, _leaving.Token);
        return Study is null
            ? new PageState.Failed("There is no such study", $"No study has the id \"{_id}\". It may have been removed, or the link is cut short. Open it from the list of results.")
            : new PageState.Ready();
    }

    private void Hear(RunProgress sign)
    {
        if (sign.RunId == _id)
        {
            _ = ReadAsync();
        }
    }
}
