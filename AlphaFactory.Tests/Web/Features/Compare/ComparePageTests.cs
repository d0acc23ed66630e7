using System.Net;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Compare;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Compare;

public sealed class ComparePageTests
{
    [Fact]
    public async Task Two_finished_runs_are_held_side_by_side_and_their_columns_come_rebased()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        using var browser = await server.OwnerAsync();
        string first = await FinishedAsync(server, new RunSpec { Strategy = "sma-crossover", Symbol = "DEMO-FERM" });
        string second = await FinishedAsync(server, new RunSpec { Strategy = "buy-and-hold", Symbol = "DEMO-FERM", InitialCapital = 50_000 });
        var model = server.Services.GetRequiredService<CompareModel>();

        await model.LoadAsync(new CompareAddress { Runs = [first] }, CancellationToken.None);
        Assert.Contains("needs a second run", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(await model.FindAsync(null, CancellationToken.None), run => run.Id == first);
        Assert.Single(await model.FindAsync("hold", CancellationToken.None), run => run.Id == second);

        await model.LoadAsync(new CompareAddress { Runs = [first, second, "nosuchrun1"] }, CancellationToken.None);
        Assert.IsType<PageState.Ready>(model.State);
        Assert.Equal(2, model.Comparison!.Runs.Count);
        Assert.Contains("nosuchrun1", Assert.Single(model.Notes), StringComparison.Ordinal);

        byte[] columns = await browser.GetByteArrayAsync($"/charts/compare?runs={first},{second}");
        var read = ColumnBlob.Read(columns).ToDictionary(column => column.Name, column => column.Values);
        Assert.Equal(["time", "equity_0", "equity_1", "drawdown_0", "drawdown_1", "equity_benchmark", "drawdown_benchmark", "days"], read.Keys);
        Assert.Equal(model.Comparison.Days.Days.Length, (int)read["days"][0]);
        Assert.Equal(2 * model.Comparison.Runs[1].Result.Equity[^1], read["equity_1"][^1], 6);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/charts/compare?runs={first}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/charts/compare?runs={first},nosuchrun1")).StatusCode);
        using var stranger = server.Program();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/charts/compare?runs={first},{second}")).StatusCode);
    }

    private static async Task<string> FinishedAsync(WebHarness server, RunSpec spec)
    {
        var runs = server.Services.GetRequiredService<IRunStore>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var run = await server.Services.GetRequiredService<IJobs>().StartAsync(spec, "test", patience.Token);
        while (run.State is RunState.Queued or RunState.Running)
        {
            await Task.Delay(100, patience.Token);
            run = (await runs.FindAsync(run.Id, patience.Token))!;
        }

        Assert.Equal(RunState.Done, run.State);
        return run.Id;
    }
}
