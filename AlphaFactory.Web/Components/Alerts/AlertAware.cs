using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.Alerts;

/// <summary>A component that draws again when the inbox was looked at.</summary>
public abstract class AlertAware : ComponentBase, IDisposable
{
    [Inject]
    private protected AlertActivity Alerts { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        Alerts.Changed -= OnChanged;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Alerts.Changed += OnChanged;
        Alerts.Start();
    }

    /// <summary>Called on the page's own thread after each look.</summary>
    protected virtual Task OnAlertsChangedAsync() => Task.CompletedTask;

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        await OnAlertsChangedAsync();
        StateHasChanged();
    });
}
