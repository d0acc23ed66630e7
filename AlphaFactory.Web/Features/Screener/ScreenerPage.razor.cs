using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>Finds symbols by the latest values of indicators; condition, columns and order stand in the address.</summary>
public sealed partial class ScreenerPage : IDisposable
{
    private static readonly (SeriesOrigin Origin, string Words)[] Origins = [(SeriesOrigin.All, "All"), (SeriesOrigin.Imported, "Imported"), (SeriesOrigin.Synthetic, "Synthetic")];


    /// <summary>The condition.</summary>
    [SupplyParameterFromQuery(Name = "where")]
    public string? WhereQuery { get; set; }

    /// <summary>Names of columns, parted by commas.</summary>
    [SupplyParameterFromQuery(Name = "columns")]
    public string? ColumnsQuery { get; set; }

    /// <summary><c>imported</c> or <c>synthetic</c>; anything else is all.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindQuery { get; set; }

    /// <summary>Part of a symbol, name or sector.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    /// <summary>Length of a bar; absent is a day.</summary>
    [SupplyParameterFromQuery(Name = "bar")]
    public string? BarQuery { get; set; }

    /// <summary>Column id, with a minus for the largest first.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortQuery { get; set; }

    /// <summary>Rows passed over.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    [Inject]
    private ScreenerModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private ScreenerView View => ScreenerView.Parse(WhereQuery, ColumnsQuery, KindQuery, TextQuery, BarQuery, SortQuery, SkipQuery);

    private string? Fault => (View.Outcome as ScreenRefused)?.Message;

    private TimeSpan Age => Model.Result?.AsOf is { } at ? Clock.GetUtcNow() - at : TimeSpan.Zero;

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

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    private Task RetryAsync() => Model.LoadAsync(View, again: true);

    private void Show(ScreenerView view) => Navigation.NavigateTo(view.Href);

    private void Want(ScreenCondition? condition) => Show(View with { Where = ScreenText.Write(condition) is { Length: > 0 } text ? text : null, Skip = 0 });

    private void Write(ChangeEventArgs change) => Show(View with { Where = change.Value as string is { Length: > 0 } text ? text.Trim() : null, Skip = 0 });

    private void Take(IReadOnlyList<ValueColumn> columns) => Show(View with { Columns = columns.Count > 0 ? ScreenerView.Names(columns) : null });

    private void Sort(SortOrder sort) => Show(View with { Sort = sort, Skip = 0 });

    private void Search(ChangeEventArgs change) => Show(View with { Text = change.Value as string is { Length: > 0 } text ? text : null, Skip = 0 });
}
