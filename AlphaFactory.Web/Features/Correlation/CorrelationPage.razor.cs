using AlphaFactory.Core.Indicators;
using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Charts;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Correlation;

/// <summary>How indicators go together and what each foretells, over chosen symbols and days; the choice stands in the address.</summary>
public sealed partial class CorrelationPage : IDisposable
{
    private static readonly (SeriesOrigin Origin, string Words)[] Origins = [(SeriesOrigin.Imported, "Imported"), (SeriesOrigin.Synthetic, "Synthetic")];

    private static readonly (CorrelationBlocks, string)[] BlockWords = [(CorrelationBlocks.Time, "Over time"), (CorrelationBlocks.Symbols, "Across symbols")];

    private static readonly (bool, string)[] MeasureWords = [(false, "Pearson"), (true, "Rank")];

    /// <summary>Names of indicators, parted by commas.</summary>
    [SupplyParameterFromQuery(Name = "columns")]
    public string? ColumnsQuery { get; set; }

    /// <summary>Symbols, parted by commas.</summary>
    [SupplyParameterFromQuery(Name = "symbols")]
    public string? SymbolsQuery { get; set; }

    /// <summary><c>imported</c> or <c>synthetic</c>; anything else is imported where there are such prices.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindQuery { get; set; }

    /// <summary>First trading day.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? FromQuery { get; set; }

    /// <summary>Last trading day.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? ToQuery { get; set; }

    /// <summary><c>symbols</c> measures across symbols; anything else over time.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    public string? ByQuery { get; set; }

    /// <summary><c>rank</c> shows the rank correlation; anything else Pearson's.</summary>
    [SupplyParameterFromQuery(Name = "measure")]
    public string? MeasureQuery { get; set; }

    [Inject]
    private CorrelationModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private CorrelationView View => CorrelationView.Parse(ColumnsQuery, SymbolsQuery, KindQuery, FromQuery, ToQuery, ByQuery, MeasureQuery);

    /// <inheritdoc />
    public void Dispose()
    {
        Model.Changed -= Refresh;
        Model.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Model.Changed += Refresh;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => Model.LoadAsync(View);

    private static string? Text(ChangeEventArgs change) => change.Value as string is { Length: > 0 } text ? text.Trim() : null;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    private Task RetryAsync() => Model.LoadAsync(View, again: true);

    private void Show(CorrelationView view) => Navigation.NavigateTo(view.Href);

    private void Take(IReadOnlyList<ValueColumn> columns) => Show(View with { Columns = columns.Count > 0 ? string.Join(',', columns.Select(column => column.Name)) : null });

    private HeatChartOptions Heat(CorrelationResult result)
    {
        int n = result.Columns.Count;
        double Value(int place) => View.IsRank ? result.Matrix.Rank(place / n, place % n) : result.Matrix.Pearson(place / n, place % n);
        return new HeatChartOptions
        {
            Rows = [.. result.Columns.Select(column => column.Name)],
            Columns = [.. result.Columns.Select(column => column.Name)],
            Reasons = ["no figure: one of them does not vary"],
            Diverging = true,
            Values = [.. Enumerable.Range(0, n * n).Select(Value).Select(value => double.IsFinite(value) ? value : (double?)null)],
            Version = $"{Model.Generation} {View.IsRank}",
        };
    }
}
