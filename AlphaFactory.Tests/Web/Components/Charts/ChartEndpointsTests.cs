using System.Net;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class ChartEndpointsTests
{
    [Fact]
    public async Task Charts_of_a_run_come_as_columns_and_only_to_those_signed_in()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        using var browser = await server.OwnerAsync();
        var run = await FinishedAsync(server, new RunSpec { Strategy = "sma-crossover", Symbol = "DEMO-FERM" });

        using var stranger = server.Program();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/charts/runs/{run.Id}/equity")).StatusCode);

        using var answer = await browser.GetAsync($"/charts/runs/{run.Id}/equity?v={run.Fingerprint}");
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var equity = Columns(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["time", "equity", "benchmark", "drawdown", "benchmark_drawdown", "position", "bars"], equity.Keys);
        Assert.Equal(equity["bars"][0], equity["equity"].Length);
        Assert.Equal(run.Metrics["max_drawdown"]!.Value, equity["drawdown"].Min(), 12);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/charts/runs/{run.Id}/equity");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again)).StatusCode);

        var thin = Columns(await browser.GetByteArrayAsync($"/charts/runs/{run.Id}/equity?points=200"));
        Assert.InRange(thin["time"].Length, 2, 200);
        Assert.Equal((equity["equity"].Min(), equity["equity"].Max(), equity["time"][^1]), (thin["equity"].Min(), thin["equity"].Max(), thin["time"][^1]));

        var candles = Columns(await browser.GetByteArrayAsync($"/charts/runs/{run.Id}/candles?points=300"));
        Assert.InRange(candles["time"].Length, 1, 300);
        Assert.Equal(Math.Ceiling(equity["bars"][0] / 300), candles["bars_per_candle"][0]);

        var trades = Columns(await browser.GetByteArrayAsync($"/charts/runs/{run.Id}/trades"));
        Assert.Equal(trades["total"][0], trades["number"].Length);
        Assert.All(trades["entry_time"].Zip(trades["exit_time"]), pair => Assert.True(pair.First <= pair.Second));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/charts/runs/{run.Id}/equity?points=1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/charts/runs/nosuchrun1/equity")).StatusCode);

        string csv = await browser.GetStringAsync($"/results/{run.Id}/trades.csv");
        Assert.Equal(trades["total"][0] + 1, csv.TrimEnd('\n').Split('\n').Length);
        string yaml = await browser.GetStringAsync($"/results/{run.Id}/run.yaml");
        Assert.Equal("DEMO-FERM", RunSpecYaml.Read(yaml).Symbol);
    }

    private static async Task<RunRecord> FinishedAsync(WebHarness server, RunSpec spec)
    {
        var runs = server.Services.GetRequiredService<IRunStore>();
        using var patience = new CancellationTokenSource(Patience.Limit);
        var run = await server.Services.GetRequiredService<IJobs>().StartAsync(spec, "test", patience.Token);
        while (run.State is RunState.Queued or RunState.Running)
        {
            await Task.Delay(100, patience.Token);
            run = (await runs.FindAsync(run.Id, patience.Token))!;
        }

        Assert.True(run.State == RunState.Done, run.Error);
        return run;
    }

    private static Dictionary<string, double[]> Columns(byte[] document) => ColumnBlob.Read(document).ToDictionary(column => column.Name, column => column.Values);
}
