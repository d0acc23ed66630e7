using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AlphaFactory.Web.Layout;

/// <summary>A part of the shell that marks the page one is on.</summary>
public abstract class PathAware : ComponentBase, IDisposable
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected NavCatalog Catalog { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    private protected string? CurrentOf(NavItem item) => item.Holds(Path) ? "page" : null;

    private string Path => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
