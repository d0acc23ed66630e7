using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Diff;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Diff;

public sealed class DiffModelTests
{
    [Fact]
    public async Task Without_a_run_there_is_nothing_to_choose()
    {
        await using var server = await WebHarness.StartAsync();
        var model = server.Services.GetRequiredService<DiffModel>();
        await model.LoadAsync(null, null, CancellationToken.None);
        Assert.IsType<PageState.Empty>(model.State);
        await model.LoadAsync("nosuchrun1", null, CancellationToken.None);
        Assert.Contains("nosuchrun1", Assert.IsType<PageState.Failed>(model.State).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_finished_runs_are_compared_and_one_with_itself_differs_in_nothing()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        string first = await FinishedAsync(server, 20), second = await FinishedAsync(server, 10);
        var model = server.Services.GetRequiredService<DiffModel>();
        await model.LoadAsync(first, null, CancellationToken.None);
        Assert.Equal((first, null, 2), (model.First!.Id, model.Second, model.Offered.Count));
        Assert.Null(model.Difference);

        await model.LoadAsync(first, second, CancellationToken.None);
        Assert.Equal("They differ in fast.", model.Difference!.Sentence);
        Assert.Equal("Total return", model.NameOf("total_return"));
        Assert.Equal("+1.50%", model.Write("total_return", 0.015, plus: true));

        await model.LoadAsync(first, first, CancellationToken.None);
        Assert.True(model.Difference!.SameFingerprint);
    }

    private static async Task<string> FinishedAsync(WebHarness server, int fast)
    {
        var runs = server.Services.GetRequiredService<IRunStore>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var run = await server.Services.GetRequiredService<IJobs>().StartAsync(
            new RunSpec { Strategy = "sma-crossover", Symbol = "DEMO-FERM", Parameters = new Dictionary<string, string> { ["fast"] = $"{fast}" } }, "test", patience.Token);
        while (run.State is RunState.Queued or RunState.Running)
        {
            await Task.Delay(100, patience.Token);
            run = (await runs.FindAsync(run.Id, patience.Token))!;
        }

        Assert.Equal(RunState.Done, run.State);
        return run.Id;
    }
}
