using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.States;

/// <summary>Draws a <see cref="PageState"/> and, when there is something to show, the content.</summary>
public sealed partial class StateView : ComponentBase, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private ITimer? _timer;
    private bool _slow;

    /// <summary>Where the content stands.</summary>
    [Parameter, EditorRequired]
    public required PageState State { get; set; }

    /// <summary>The content, for ready and stale.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The shape of what comes; null draws a general one.</summary>
    [Parameter]
    public RenderFragment? Skeleton { get; set; }

    /// <summary>The one action of the empty state, a link or a button; also the way on where another try is of no use.</summary>
    [Parameter]
    public RenderFragment? Action { get; set; }

    /// <summary>Tries again after a failure; without it there is no such button.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Title of a page that has none of its own while there is nothing to show; null when it has.</summary>
    [Parameter]
    public string? Heading { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (State is not PageState.Loading)
        {
            _timer?.Dispose();
            (_timer, _slow) = (null, false);
        }
        else
        {
            _timer ??= Clock.CreateTimer(_ => _ = InvokeAsync(ShowSkeleton), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void ShowSkeleton()
    {
        _slow = State is PageState.Loading;
        StateHasChanged();
    }
}
