using AlphaFactory.Engine.Jobs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>Follows one job from the queue to its end. Signs of life come over the bus; the store is asked now and then, because a message can be lost.</summary>
/// <param name="jobs">Cancels and retries.</param>
/// <param name="bus">Where signs of life come from.</param>
/// <param name="clock">When the store is asked.</param>
/// <param name="glance">How often the store is asked.</param>
public abstract class RunWatch(IJobs jobs, IProgressBus bus, TimeProvider clock, TimeSpan glance) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private IDisposable? _subscription;
    private ITimer? _timer;
    private volatile bool _readAgain;

    /// <summary>Raised from any thread when there is something new to draw.</summary>
    public event Action? Changed;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; protected set; } = new PageState.Loading();

    /// <summary>Ends when the page is left.</summary>
    public CancellationToken Leaving => _leaving.Token;

    /// <summary>True once the page is left.</summary>
    protected bool IsLeft => _leaving.IsCancellationRequested;

    /// <summary>Id of what is followed.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>True once nothing more is read.</summary>
    protected abstract bool IsSettled { get; }

    /// <summary>Starts to follow a job.</summary>
    public async Task OpenAsync(string id)
    {
        (Id, State) = (id, new PageState.Loading());
        Forget();
        _subscription ??= bus.Subscribe(Hear);
        _timer ??= clock.CreateTimer(_ => _ = ReadAsync(), null, glance, glance);
        await ReadAsync();
    }

    /// <summary>Reads how far it is.</summary>
    public async Task ReadAsync()
    {
        if (IsSettled || IsLeft)
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
            await AskAsync();
        }
        catch (OperationCanceledException) when (IsLeft)
        {
            // The page was closed while it read.
        }
        finally
        {
            _reading.Release();
            Tell();
        }

        if (_readAgain)
        {
            _readAgain = false;
            await ReadAsync();
        }
    }

    /// <summary>Asks the workers to stop.</summary>
    public async Task CancelAsync(string by)
    {
        await jobs.CancelAsync(Id, by, Leaving);
        await ReadAsync();
    }

    /// <summary>Puts what ended back in the queue and follows it again. Pieces of a study that are done are not computed again.</summary>
    public async Task RetryAsync(string by)
    {
        await jobs.RetryAsync(Id, by, Leaving);
        await OpenAsync(Id);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what was read before.</summary>
    protected abstract void Forget();

    /// <summary>Asks the store and sets the state.</summary>
    protected abstract Task AskAsync();

    /// <summary>Takes a sign of life of what is followed.</summary>
    protected virtual void Take(RunProgress sign) => _ = ReadAsync();

    /// <summary>Says that there is something new to draw.</summary>
    protected void Tell() => Changed?.Invoke();

    private void Hear(RunProgress sign)
    {
        if (sign.RunId == Id)
        {
            Take(sign);
        }
    }
}
