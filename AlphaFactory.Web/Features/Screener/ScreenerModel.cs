using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>The hits of a view. Sorting and paging ask nothing of the store.</summary>
public sealed class ScreenerModel(UniverseScreener screener, IBarStore bars, TimeProvider clock, ILogger<ScreenerModel> log) : IDisposable
{
    private CancellationTokenSource? _stop;
    private string? _asked;
    private DateTimeOffset _readAt;

    /// <summary>Raised from any thread while values are computed.</summary>
    public event Action? Changed;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The answer shown; null before the first.</summary>
    public ScreenResult? Result { get; private set; }

    /// <summary>The hits in the order of the view.</summary>
    public IReadOnlyList<ScreenRow> Rows { get; private set; } = [];

    /// <summary>How far the computing is; null while nothing need be computed.</summary>
    public UniverseProgress? Progress { get; private set; }

    /// <summary>Lengths of bars there are series of, longest first.</summary>
    public IReadOnlyList<BarInterval> Intervals { get; private set; } = [];

    /// <summary>Asks for the view's rows, or only sorts those there are when nothing else changed.</summary>
    /// <param name="view">The view.</param>
    /// <param name="again">True asks in any case.</param>
    public async Task LoadAsync(ScreenerView view, bool again = false)
    {
        string asked = view.Asked.Query;
        if (!again && asked == _asked && State is not PageState.Failed)
        {
            Rows = Result is { } known ? Sorted(known, view.Sort) : [];
            return;
        }

        _asked = asked;
        await StopAsync();
        using var stop = new CancellationTokenSource();
        _stop = stop;
        (State, Progress) = (new PageState.Loading(), null);
        var state = await StoreFault.GuardAsync(() => AskAsync(view, stop.Token), log);
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

    /// <inheritdoc />
    public void Dispose()
    {
        _stop?.Cancel();
        _stop = null;
    }

    private async Task<PageState> AskAsync(ScreenerView view, CancellationToken cancellationToken)
    {
        Intervals = [.. (await bars.ListAsync(cancellationToken)).Select(series => series.Key.Interval).Distinct().OrderByDescending(interval => interval.Minutes)];
        if (view.Request is not { } request)
        {
            (Result, Rows) = (null, []);
            return new PageState.Empty("The condition cannot be read; what is wrong with it stands above.");
        }

        try
        {
            var result = await screener.RunAsync(request, new Told(this), cancellationToken);
            (Result, _readAt) = (result, clock.GetUtcNow());
            Rows = Sorted(result, view.Sort);
            return Rows.Count > 0 ? new PageState.Ready() : new PageState.Empty(WhyEmpty(view, result));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another view was asked for meanwhile, or the person stopped it; whoever did so set the state.
            return State;
        }
    }

    private static string WhyEmpty(ScreenerView view, ScreenResult result) => result.Universe == 0
        ? view.Narrows || !view.Interval.IsDaily ? "No stored series fits the choice of symbols." : "There are no prices yet. A CSV file with date, open, high, low, close and volume is enough to begin."
        : $"None of the {result.Universe} series meets the condition{(result.Open > 0 ? $"; of {result.Open} a missing value leaves it open" : "")}.";

    private static IReadOnlyList<ScreenRow> Sorted(ScreenResult result, SortOrder sort)
    {
        int column = result.Columns.ToList().FindIndex(candidate => candidate.Name == sort.Key);
        if (column < 0)
        {
            return sort is { Key: "symbol", Descending: true } ? [.. result.Rows.Reverse()] : result.Rows;
        }

        // A missing value is neither small nor large: it comes last both ways.
        var known = result.Rows.Where(row => double.IsFinite(row.Values[column]));
        var ordered = sort.Descending ? known.OrderByDescending(row => row.Values[column]) : known.OrderBy(row => row.Values[column]);
        return [.. ordered, .. result.Rows.Where(row => !double.IsFinite(row.Values[column]))];
    }

    private sealed class Told(ScreenerModel model) : IProgress<UniverseProgress>
    {
        public void Report(UniverseProgress value)
        {
            model.Progress = value;
            model.Changed?.Invoke();
        }
    }
}
