using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Indicators;

public sealed class RefreshHostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_running_process_keeps_values_by_itself_when_bars_arrive()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        await using (var host = await EngineHost.StartAsync(EngineHost.Settings(null, folder)))
        {
            await host.Get<IBarStore>().WriteAsync(StoredBars.Daily("AAPL"), StoredBars.Wave(60), null, default);
            using var limit = new CancellationTokenSource(s_patience);
            while ((await host.Get<IIndicatorValueStore>().StaleAsync(UsualValues.PlanId, 1, limit.Token)).Count > 0)
            {
                await Task.Delay(50, limit.Token);
            }

            await host.StopAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
