using AlphaFactory.Engine.Alerts;
using AlphaFactory.Tests.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>From the close of a session on the desk to the report in the inbox, through every part between them.</summary>
public sealed class ReportAlertTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Days_that_a_deployment_traded_come_as_reports_and_so_does_the_week_that_is_over()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        var node = await DeskNode.StartAsync(folder, more: new() { ["AlphaFactory:Alerts:WatchSeconds"] = "1" });
        try
        {
            var book = node.Host.Get<IAlertBook>();
            Assert.IsType<AlertChange.Done>(await book.SaveAsync(new AlertRule { Name = "Reports", Kind = "report", RepeatMinutes = 0 }, "anna", None));
            // Monday to the Tuesday after.
            await node.StoreAsync(DeskNode.Bars(7));
            string id = await node.RunAsync();
            await node.UntilAsync(id, shown => shown.Feed.IsFinished);

            IReadOnlyList<Alert> told = [];
            await Patience.UntilAsync(async () => (told = await book.AlertsAsync(new AlertQuery { Take = 50 }, None)).Any(alert => alert.Title.StartsWith("Week report", StringComparison.Ordinal)));
            Assert.Contains(told, alert => alert.Title.StartsWith("Day report: ", StringComparison.Ordinal) && alert.Text.StartsWith("Day 2024-03-12", StringComparison.Ordinal) && alert.Link == "journal/reports/2024-03-12");
            var week = Assert.Single(told, alert => alert.Title.StartsWith("Week report", StringComparison.Ordinal));
            Assert.StartsWith("Week 2024-03-04 to 2024-03-10", week.Text, StringComparison.Ordinal);
            Assert.Equal(told.Count, told.Select(alert => alert.Text).Distinct().Count());
        }
        finally
        {
            await node.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(folder);
        }
    }
}
