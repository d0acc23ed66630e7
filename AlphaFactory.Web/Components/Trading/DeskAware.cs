using AlphaFactory.Engine.Trading.Desk;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>A component that draws again with every frame of the desk, at most five times a second.</summary>
public abstract class DeskAware : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    /// <summary>Watches from the moment it is drawn.</summary>
    protected DeskAware() => Leaving = _leaving.Token;

    /// <summary>The newest frame.</summary>
    protected DeskFrame Frame { get; private set; } = DeskFrame.Empty(DateTimeOffset.MinValue, null);

    /// <summary>Ends when the component goes.</summary>
    protected CancellationToken Leaving { get; }

    [Inject]
    private protected ITradingDesk Desk { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Frame = Desk.Latest;
        _ = WatchAsync(Leaving);
    }

    /// <summary>Called on the component's own thread before it draws a frame.</summary>
    protected virtual void OnFrame()
    {
    }

    private async Task WatchAsync(CancellationToken leaving)
    {
        try
        {
            await foreach (var frame in Desk.WatchAsync(leaving))
            {
                await InvokeAsync(() =>
                {
                    Frame = frame;
                    OnFrame();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was closed.
        }
        catch (ObjectDisposedException)
        {
            // The circuit ended between two frames.
        }
    }
}
