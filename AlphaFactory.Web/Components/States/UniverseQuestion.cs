using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.States;

/// <summary>A question over all series that takes a while: the next one takes its place, and it can be stopped.</summary>
/// <typeparam name="TView">The view that asks.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public abstract class UniverseQuestion<TView, TResult>(TimeProvider clock, ILogger log) : IDisposable
    where TResult : class
{
    private CancellationTokenSource? _stop;
    private string? _asked;
    private DateTimeOffset _readAt;
    private long _started;

    /// <summary>Raised from any thread while it computes.</summary>
    public event Action? Changed;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The answer shown; null before the first.</summary>
    public TResult? Result { get; private set; }

    /// <summary>How far it is; null before the first sign, and while nothing need be computed.</summary>
    public UniverseProgress? Progress { get; private set; }

    /// <summary>How long it has been computing.</summary>
    public string Elapsed => FigureText.Duration(clock.GetElapsedTime(_started));

    /// <summary>Asks what the view asks, unless the answer is there already.</summary>
    /// <param name="view">The view.</param>
    /// <param name="again">True asks in any case.</param>
    public async Task LoadAsync(TView view, bool again = false)
    {
        string asked = WordsOf(view);
        if (!again && asked == _asked && State is not PageState.Failed)
        {
            Arrange(view);
            return;
        }

        _asked = asked;
        await StopAsync();
        using var stop = new CancellationTokenSource();
        _stop = stop;
        (State, Progress, _started) = (new PageState.Loading(), null, clock.GetTimestamp());
        var state = await StoreFault.GuardAsync(() => AskOrStopAsync(view, stop.Token), log);
        if (_stop == stop)
        {
            _stop = null;

            // Figures that were read before the store went away stay, with their age.
            State = state is PageState.Failed && Result is not null ? new PageState.Stale(_readAt) : state;
        }
    }

    /// <summary>Gives the computing up.</summary>
    public async Task StopAsync()
    {
        if (_stop is { } stop)
        {
            _stop = null;
            await stop.CancelAsync();
            State = new PageState.Empty("Stopped before the end; nothing is shown rather than a part.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop?.Cancel();
        _stop = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>What a view asks; views with the same words have the same answer.</summary>
    protected abstract string WordsOf(TView view);

    /// <summary>Shows the answer that is there in another order.</summary>
    protected virtual void Arrange(TView view)
    {
    }

    /// <summary>Asks, and takes the answer.</summary>
    /// <returns>Where the page stands afterwards.</returns>
    protected abstract Task<PageState> AskAsync(TView view, IProgress<UniverseProgress> told, CancellationToken cancellationToken);

    /// <summary>Keeps an answer; null lets the last one go.</summary>
    protected void Keep(TResult? result) => (Result, _readAt) = (result, clock.GetUtcNow());

    private async Task<PageState> AskOrStopAsync(TView view, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(view, new Told(this), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another view was asked for meanwhile, or the person stopped it; whoever did so set the state.
            return State;
        }
    }

    private sealed class Told(UniverseQuestion<TView, TResult> question) : IProgress<UniverseProgress>
    {
        public void Report(UniverseProgress value)
        {
            question.Progress = value;
            question.Changed?.Invoke();
        }
    }
}
