using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class SweepRowsAsBacktestsTests
{
    [Fact]
    public async Task Every_row_of_a_stored_sweep_opened_as_a_backtest_has_the_same_figures()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-rows-").FullName;
        await using EngineHost node = await EngineHost.StartAsync(StudyNode.Settings(null, folder));
        await StudyNode.WriteBarsAsync(node);
        var sweep = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=4..24:4", "slow=20..60:20", "stop_pct=none,4", "size_pct=50,100", "entry=cross,state");
        string id = (await node.Get<IStudies>().StartAsync(new SweepStudy(sweep), "anna", CancellationToken.None)).Id;
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(node, id)).State);
        var bars = await StudyNode.SeriesAsync(node);
        var rows = (await node.Get<IStudyStore>().RowsAsync(id, new RowQuery("set", false, 0, 1000), CancellationToken.None))!.Rows;
        Assert.True(rows.Count > 100, $"{rows.Count} rows");
        foreach (SweepRow row in rows)
        {
            RunSpec spec = (await node.Get<IStudyStore>().RunOfAsync(id, row.Set!.Value, CancellationToken.None))!;
            var metrics = node.Get<IBacktester>().Run(spec, bars, 1, null, CancellationToken.None).Metrics;
            Assert.All(row.Figures, figure => Assert.Equal(metrics[figure.Key] ?? double.NaN, figure.Value ?? double.NaN, 1e-9 * Math.Max(1, Math.Abs(figure.Value ?? 0))));
        }

        Assert.Null(await node.Get<IStudyStore>().RunOfAsync(id, 1_000_000, CancellationToken.None));
        await node.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }
}
