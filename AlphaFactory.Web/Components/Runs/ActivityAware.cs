using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>A component that draws again when a run moves, and asks for more when one begins or ends.</summary>
public abstract class ActivityAware : ComponentBase, IDisposable
{
    private int _generation;

    [Inject]
    private protected RunActivity Activity { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        Activity.Changed -= OnChanged;
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _generation = Activity.Generation;
        Activity.Changed += OnChanged;
        Activity.Start();
    }

    /// <summary>Called on the page's own thread when a run began or ended.</summary>
    protected virtual Task OnRunsChangedAsync() => Task.CompletedTask;

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        if (_generation != Activity.Generation)
        {
            _generation = Activity.Generation;
            await OnRunsChangedAsync();
        }

        StateHasChanged();
    });
}
