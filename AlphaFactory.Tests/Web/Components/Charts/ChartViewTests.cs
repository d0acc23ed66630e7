using AlphaFactory.Web.Components.Charts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class ChartViewTests : BunitContext
{
    private static readonly CompareChartOptions s_options =
        new() { Columns = "charts/compare", Names = "A", First = 0, Last = 1, Range = "All", View = "equity", Log = true };

    private readonly SlowBrowser _browser = new();

    public ChartViewTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public async Task A_script_that_arrives_after_the_page_was_left_is_let_go_and_draws_nothing()
    {
        var page = Render<CompareChart>(parameters => parameters.Add(chart => chart.Show, s_options).Add(chart => chart.Label, "chart"));
        await DisposeComponentsAsync();
        _browser.Module.SetResult(_browser.Thing("module"));

        await _browser.Released.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["import", "release module"], _browser.Calls);
        Assert.True(page.IsDisposed);
    }

    [Fact]
    public async Task A_chart_that_was_drawn_is_taken_down_with_its_script()
    {
        _browser.Module.SetResult(_browser.Thing("module"));
        var page = Render<CompareChart>(parameters => parameters.Add(chart => chart.Show, s_options).Add(chart => chart.Label, "chart"));
        page.WaitForState(() => _browser.Calls.Contains("mount"), TimeSpan.FromSeconds(30));
        page.Render();
        await DisposeComponentsAsync();

        Assert.Equal(["import", "mount", "dispose", "release chart", "release module"], _browser.Calls);
    }

    /// <summary>Stands for the browser: the module comes when the test says so, and every call is written down.</summary>
    private sealed class SlowBrowser : IJSRuntime
    {
        private readonly Lock _gate = new();
        private readonly List<string> _calls = [];

        public TaskCompletionSource<IJSObjectReference> Module { get; } = new();

        public TaskCompletionSource Released { get; } = new();

        public IReadOnlyList<string> Calls
        {
            get
            {
                lock (_gate)
                {
                    return [.. _calls];
                }
            }
        }

        public IJSObjectReference Thing(string name) => new Reference(this, name);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Write(identifier);
            return (TValue)await Module.Task;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        private void Write(string call)
        {
            lock (_gate)
            {
                _calls.Add(call);
            }
        }

        private sealed class Reference(SlowBrowser browser, string name) : IJSObjectReference
        {
            public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
            {
                browser.Write(identifier);
                return ValueTask.FromResult(identifier == "mount" ? (TValue)browser.Thing("chart") : default!);
            }

            public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

            public ValueTask DisposeAsync()
            {
                browser.Write($"release {name}");
                if (name == "module")
                {
                    browser.Released.TrySetResult();
                }

                return ValueTask.CompletedTask;
            }
        }
    }
}
