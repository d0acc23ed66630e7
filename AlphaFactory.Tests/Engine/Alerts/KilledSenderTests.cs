using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>A process that sends is ended by signal 9 between sending and noting it.</summary>
public sealed class KilledSenderTests
{
    [Fact]
    public async Task What_was_on_its_way_is_sent_again_under_the_same_id_and_says_so()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-alerter-").FullName;
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Next(WebhookReceiver.Hangs);
        await using (var host = EngineHost.Build(EngineHost.Settings(null, folder), null, null))
        {
            await host.Get<IDatabaseMigrator>().MigrateAsync(default);
            var book = host.Get<IAlertBook>();
            string channel = Assert.IsType<AlertChange.Done>(await book.SaveAsync(new AlertChannel { Name = "Hook", Kind = "webhook", Settings = new Dictionary<string, string> { ["url"] = receiver.Address } }, "anna", default)).Id;
            await book.SaveAsync(new AlertRule { Name = "Rule", Kind = "failed-job", Channels = [channel] }, "anna", default);
            var lease = new LeaseClaim("alert-watch", "test");
            await host.Get<ILeases>().TakeAsync(lease, TimeSpan.FromSeconds(20), default);
            var now = TimeProvider.System.GetUtcNow();
            Assert.Equal(1, await host.Get<IAlertOutbox>().RaiseAsync(lease, [(Assert.Single(await book.RulesAsync(default)), new AlertFact("f", "e", AlertSeverity.Critical, "Lost", "", now))], null, default));
            await host.Get<ILeases>().ReleaseAsync(lease, default);

            await using (var first = WorkerToKill.StartForAlerts(folder))
            {
                await Patience.UntilAsync(() => receiver.Taken.Count == 1);
                await first.KillAsync();
            }

            await using var second = WorkerToKill.StartForAlerts(folder);
            await Patience.UntilAsync(async () => (await host.Get<IAlertOutbox>().CountAsync(new DeliveryQuery(State: DeliveryState.Sent), default)) == 1);
            Assert.Equal([false, true], receiver.Taken.Select(hook => hook.MayRepeat));
            string id = Assert.Single(receiver.Taken.Select(hook => hook.Id).Distinct());
            Assert.Equal(["unknown", "sent"], (await host.Get<IAlertOutbox>().AttemptsAsync([id], default)).Select(attempt => attempt.Outcome));
            await second.KillAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(folder);
    }
}
