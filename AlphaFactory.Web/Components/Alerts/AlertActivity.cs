using AlphaFactory.Engine.Alerts;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Components.Alerts;

/// <summary>What is unseen, kept current for one browser tab: at once when this process wrote it, within seconds when another node did.</summary>
public sealed partial class AlertActivity : IAsyncDisposable
{
    private const int Named = 3;
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5), s_quiet = TimeSpan.FromMilliseconds(300);
    private static readonly AlertQuery s_critical = new(Unseen: true, AlertSeverity.Critical, Take: Named);

    private readonly IAlertBook _book;
    private readonly AlertNews _news;
    private readonly TimeProvider _clock;
    private readonly ILogger<AlertActivity> _log;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private Task? _loop;

    /// <summary>Listens from now on; the store is read once somebody calls <see cref="Start"/>.</summary>
    public AlertActivity(IAlertBook book, AlertNews news, TimeProvider clock, ILogger<AlertActivity> log)
    {
        (_book, _news, _clock, _log) = (book, news, clock, log);
        _news.Changed += Hear;
    }

    /// <summary>Raised from any thread after each look at the store.</summary>
    public event Action? Changed;

    /// <summary>How many are unseen.</summary>
    public UnseenAlerts Unseen { get; private set; } = new(0, 0);

    /// <summary>The newest of those that are critical.</summary>
    public IReadOnlyList<Alert> Critical { get; private set; } = [];

    /// <summary>Begins to look; further calls do nothing.</summary>
    public void Start() => _loop ??= Task.Run(KeepAsync);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _news.Changed -= Hear;
        await _end.CancelAsync();
        if (_loop is not null)
        {
            await _loop;
        }

        _end.Dispose();
        _signal.Dispose();
    }

    private void Hear()
    {
        try
        {
            _signal.Release();
        }
        catch (Exception fault) when (fault is SemaphoreFullException or ObjectDisposedException)
        {
            // A look is due already, or the tab has just been closed.
            return;
        }
    }

    private async Task KeepAsync()
    {
        CancellationToken end = _end.Token;
        try
        {
            while (true)
            {
                await ReadAsync(end);
                Changed?.Invoke();
                await Task.Delay(s_quiet, _clock, end);
                await _signal.WaitAsync(s_idle, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The tab was closed.
        }
    }

    private async Task ReadAsync(CancellationToken end)
    {
        try
        {
            Unseen = await _book.UnseenAsync(end);
            Critical = Unseen.Critical > 0 ? await _book.AlertsAsync(s_critical, end) : [];
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // The next round asks again.
            LogUnread(_log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox of alerts could not be read")]
    private static partial void LogUnread(ILogger log, Exception fault);
}
