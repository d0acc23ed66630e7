using AlphaFactory.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Data;

/// <summary>What is stored and how complete it is; the filter stands in the address.</summary>
public sealed partial class DataPage
{
    private static readonly (SeriesKind Kind, string Words)[] Kinds = [(SeriesKind.All, "All"), (SeriesKind.Real, "Imported"), (SeriesKind.Synthetic, "Synthetic")];

    /// <summary><c>real</c> or <c>synthetic</c>; anything else is all.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindQuery { get; set; }

    /// <summary>Part of a symbol, name or sector.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    /// <summary>Column id, with a minus for the largest first.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortQuery { get; set; }

    [Inject]
    private DataModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private DataFilter Filter => DataFilter.Parse(KindQuery, TextQuery, SortQuery);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() => Model.LoadAsync(Filter, CancellationToken.None);

    private void Search(ChangeEventArgs change) => Navigation.NavigateTo((Filter with { Text = change.Value as string is { Length: > 0 } text ? text : null }).ToHref());

    private void Sort(SortOrder sort) => Navigation.NavigateTo((Filter with { Sort = sort }).ToHref());
}
