using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Correlation;

/// <summary>Computes the study of a view; another view takes its place, and it can be stopped.</summary>
public sealed class CorrelationModel(CorrelationStudy study, IBarStore bars, TimeProvider clock, ILogger<CorrelationModel> log) : IDisposable
{
    private const int FewestSymbols = 5;

    private CancellationTokenSource? _stop;
    private string? _asked;
    private DateTimeOffset _readAt;
    private long _started;

    /// <summary>Raised from any thread while it computes.</summary>
    public event Action? Changed;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The figures shown; null before the first.</summary>
    public CorrelationResult? Result { get; private set; }

    /// <summary>Rises with every result, so that a chart knows a new one.</summary>
    public int Generation { get; private set; }

    /// <summary>How far it is; null before the first sign.</summary>
    public UniverseProgress? Progress { get; private set; }

    /// <summary>Where the prices come from.</summary>
    public SeriesOrigin Origin { get; private set; }

    /// <summary>How long it has been computing.</summary>
    public string Elapsed => FigureText.Duration(clock.GetElapsedTime(_started));

    /// <summary>Computes what the view shows, unless it is there already.</summary>
    /// <param name="view">The view.</param>
    /// <param name="again">True computes in any case.</param>
    public async Task LoadAsync(CorrelationView view, bool again = false)
    {
        string asked = (view with { IsRank = false }).Href;
        if (!again && asked == _asked && State is not PageState.Failed)
        {
            return;
        }

        _asked = asked;
        await StopAsync();
        using var stop = new CancellationTokenSource();
        _stop = stop;
        (State, Progress, _started) = (new PageState.Loading(), null, clock.GetTimestamp());
        var state = await StoreFault.GuardAsync(() => AskAsync(view, stop.Token), log);
        if (_stop == stop)
        {
            _stop = null;
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

    /// <inheritdoc />
    public void Dispose()
    {
        _stop?.Cancel();
        _stop = null;
    }

    private async Task<PageState> AskAsync(CorrelationView view, CancellationToken cancellationToken)
    {
        try
        {
            Origin = view.Origin ?? await UsualAsync(cancellationToken);
            switch (await study.RunAsync(view.Request(Origin), new Told(this), cancellationToken))
            {
                case CorrelationResult result:
                    (Result, _readAt) = (result, clock.GetUtcNow());
                    Generation++;
                    return new PageState.Ready();
                case CorrelationRefused refused:
                    return new PageState.Empty(refused.Message);
                case var other:
                    throw new InvalidOperationException($"There is no third kind of outcome, and yet this is {other.GetType().Name}.");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever stopped it set the state.
            return State;
        }
    }

    /// <summary>Real prices where there are enough symbols for figures across them; mixed with generated ones no figure would mean anything.</summary>
    private async Task<SeriesOrigin> UsualAsync(CancellationToken cancellationToken)
    {
        var daily = (await bars.ListAsync(cancellationToken)).Where(series => series.Key.Interval.IsDaily).ToList();
        int real = daily.Where(series => !series.IsSynthetic).Select(series => series.Key.Symbol).Distinct(StringComparer.Ordinal).Count();
        return real >= FewestSymbols || (real > 0 && daily.TrueForAll(series => !series.IsSynthetic)) ? SeriesOrigin.Imported : SeriesOrigin.Synthetic;
    }

    private sealed class Told(CorrelationModel model) : IProgress<UniverseProgress>
    {
        public void Report(UniverseProgress value)
        {
            model.Progress = value;
            model.Changed?.Invoke();
        }
    }
}
