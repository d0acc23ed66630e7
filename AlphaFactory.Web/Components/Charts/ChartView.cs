using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>A chart that a script module draws: the module gets the options and fetches its data itself; back comes only the range a person dragged.</summary>
public abstract class ChartView<TOptions> : ComponentBase, IAsyncDisposable
    where TOptions : class, IEquatable<TOptions>
{
    private IJSObjectReference? _module, _chart;
    private DotNetObjectReference<ChartView<TOptions>>? _self;
    private TOptions? _shown;
    private bool _disposed;
    private int _tries;

    /// <summary>What the chart shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Told the range a person dragged, in the form of links.</summary>
    [Parameter]
    public EventCallback<string> RangeChanged { get; set; }

    /// <summary>Asset path of the script module; it exports <c>mount(element, page, options)</c>.</summary>
    protected abstract string Module { get; }

    /// <summary>What the module needs to know; a change is sent to it.</summary>
    protected abstract TOptions Options { get; }

    /// <summary>Where the chart is drawn.</summary>
    protected ElementReference Element { get; set; }

    /// <summary>Why nothing is drawn; null while all is well.</summary>
    protected string? Fault { get; private set; }

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private ILogger<ChartView<TOptions>> Log { get; set; } = null!;

    /// <summary>Called by the module.</summary>
    [JSInvokable]
    public Task ShowRangeAsync(string range) => InvokeAsync(() => RangeChanged.InvokeAsync(range));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await LetGoAsync();
        _self?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _shown = Options;
            _self = DotNetObjectReference.Create(this);
            await GuardAsync(MountAsync);
        }

        if (_chart is not null && !_disposed && !Options.Equals(_shown))
        {
            _shown = Options;
            await GuardAsync(() => _chart.InvokeVoidAsync("set", _shown).AsTask());
        }
    }

    /// <summary>Draws once more after a fault.</summary>
    protected async Task RetryAsync()
    {
        Fault = null;
        _tries++;
        await LetGoAsync();
        _shown = Options;
        await GuardAsync(MountAsync);
    }

    /// <summary>A script that does not arrive or breaks costs its chart, never the page; the chart says so in its place.</summary>
    private async Task GuardAsync(Func<Task> draw)
    {
        try
        {
            await draw();
        }
        catch (JSException fault)
        {
            ChartLog.NotDrawn(Log, Module, fault);
            Fault = fault.Message.Split('\n')[0];
            StateHasChanged();
        }
    }

    /// <summary>Fetches the script and lets it draw. A person may leave while it is on its way; what arrives too late is let go of.</summary>
    private async Task MountAsync()
    {
        // A browser may remember that an address failed, so another try asks another one.
        string again = _tries > 0 ? $"?try={_tries}" : "";
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets[Module]}{again}");
        if (!_disposed)
        {
            _chart = await _module.InvokeAsync<IJSObjectReference>("mount", Element, _self, _shown);
        }

        if (_disposed)
        {
            await LetGoAsync();
        }
    }

    private async Task LetGoAsync()
    {
        // Taken first: disposing and a late arrival may both come here.
        var (chart, module) = (_chart, _module);
        (_chart, _module) = (null, null);
        try
        {
            if (chart is not null)
            {
                await chart.InvokeVoidAsync("dispose");
                await chart.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The browser has gone, or did not answer in time, and the chart with it.
        }
    }
}

internal static partial class ChartLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The chart {Module} could not be drawn")]
    public static partial void NotDrawn(ILogger log, string module, Exception fault);
}
