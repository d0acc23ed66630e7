using AlphaFactory.Engine.MarketData;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Data;

/// <summary>Everything known about one stored series.</summary>
public sealed partial class SeriesPage
{
    private const int Points = 340;

    private SeriesKey? _shown;

    /// <summary>Ticker.</summary>
    [Parameter]
    public required string Symbol { get; set; }

    /// <summary>Length of a bar, such as 1d.</summary>
    [Parameter]
    public required string Interval { get; set; }

    /// <summary>Id of the source.</summary>
    [Parameter]
    public required string Source { get; set; }

    [Inject]
    private SeriesModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        SeriesKey? key = SeriesAddress.Parse(Symbol, Interval, Source);
        if (key is null || key != _shown)
        {
            _shown = key;
            await Model.LoadAsync(key, CancellationToken.None);
        }
    }

    private static double[] Thinned(IReadOnlyList<double> values)
    {
        int step = Math.Max(1, values.Count / Points);
        return [.. values.Where((_, i) => i % step == 0)];
    }

    private async Task DeleteAsync()
    {
        string address = Navigation.Uri;
        if (Model.MayDelete && await Model.DeleteAsync(() => ShowAgain(address)))
        {
            Navigation.NavigateTo("data");
        }
    }

    // Whoever went on to something else is not called back.
    private void ShowAgain(string address)
    {
        if (Navigation.ToBaseRelativePath(Navigation.Uri).StartsWith("data", StringComparison.Ordinal))
        {
            Navigation.NavigateTo(address);
        }
    }
}
