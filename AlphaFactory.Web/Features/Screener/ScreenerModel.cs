using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>The hits of a view. Sorting and paging ask nothing of the store.</summary>
public sealed class ScreenerModel(UniverseScreener screener, IBarStore bars, TimeProvider clock, ILogger<ScreenerModel> log) : UniverseQuestion<ScreenerView, ScreenResult>(clock, log)
{
    /// <summary>The hits in the order of the view.</summary>
    public IReadOnlyList<ScreenRow> Rows { get; private set; } = [];

    /// <summary>Lengths of bars there are series of, longest first.</summary>
    public IReadOnlyList<BarInterval> Intervals { get; private set; } = [];

    /// <inheritdoc/>
    protected override string WordsOf(ScreenerView view) => view.Asked.Query;

    /// <inheritdoc/>
    protected override void Arrange(ScreenerView view) => Rows = Result is { } known ? Sorted(known, view.Sort) : [];

    /// <inheritdoc/>
    protected override async Task<PageState> AskAsync(ScreenerView view, IProgress<UniverseProgress> told, CancellationToken cancellationToken)
    {
        Intervals = [.. (await bars.ListAsync(cancellationToken)).Select(series => series.Key.Interval).Distinct().OrderByDescending(interval => interval.Minutes)];
        if (view.Request is not { } request)
        {
            Keep(null);
            Rows = [];
            return new PageState.Empty("The condition cannot be read; what is wrong with it stands above.");
        }

        var result = await screener.RunAsync(request, told, cancellationToken);
        Keep(result);
        Arrange(view);
        return Rows.Count > 0 ? new PageState.Ready() : new PageState.Empty(WhyEmpty(view, result));
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
}
