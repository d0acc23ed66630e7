using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Features.Deploy;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Days of earnings reports from a file to the rule that needs them, whatever the database.</summary>
public abstract class EarningsContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private IEarningsCalendar Calendar => Host.Get<IEarningsCalendar>();

    [Fact]
    public async Task A_file_is_stored_and_a_later_one_moves_the_days_between_its_own()
    {
        Assert.Equal(new EarningsOutcome.Imported(4, 2, 0, new(2024, 1, 25), new(2024, 10, 31)),
            await ImportAsync("symbol,date,session\nAAPL,2024-10-31,after-close\naapl,2024-02-01,after-close\nAAPL,2024-05-02,\nMSFT,2024-01-25,before-open\n"));
        Assert.Equal([new(2024, 2, 1), new(2024, 5, 2), new(2024, 10, 31)], await Calendar.DaysAsync("aapl", None));

        // The autumn report was moved, and nobody says anything of MSFT.
        Assert.Equal(new EarningsOutcome.Imported(2, 1, 2, new(2024, 5, 2), new(2024, 11, 1)), await ImportAsync("date;symbol\n2024-05-02;AAPL\n2024-11-01;AAPL\n"));
        Assert.Equal([new(2024, 2, 1), new(2024, 5, 2), new(2024, 11, 1)], await Calendar.DaysAsync("AAPL", None));
        Assert.Equal([new(2024, 1, 25)], await Calendar.DaysAsync("MSFT", None));
        Assert.Empty(await Calendar.DaysAsync("NVDA", None));
        Assert.Equal(["AAPL", "MSFT"], (await Calendar.LastDaysAsync(None)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new(2024, 11, 1), (await Calendar.LastDaysAsync(None))["AAPL"]);

        // An older file forgets nothing of what came after its last day.
        Assert.Equal(new EarningsOutcome.Imported(2, 1, 0, new(2023, 2, 2), new(2023, 5, 4)), await ImportAsync("symbol,date\nAAPL,2023-02-02\nAAPL,2023-05-04\n"));
        Assert.Equal(5, (await Calendar.DaysAsync("AAPL", None)).Count);
        Assert.Equal(["earnings-imported", "earnings-imported", "earnings-imported"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), None)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_file_with_one_bad_line_stores_nothing()
    {
        var refused = Assert.IsType<EarningsOutcome.Refused>(await ImportAsync("symbol,date\nAAPL,2024-02-01\nAAPL,2024-02-30\n"));
        Assert.Equal((3, "date", "2024-02-30"), (refused.Errors[0].Line, refused.Errors[0].Column, refused.Errors[0].Value));
        Assert.Empty(await Calendar.LastDaysAsync(None));
    }

    [Fact]
    public async Task Eight_files_at_once_leave_the_days_of_one()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => ImportAsync($"symbol,date\nMSFT,2024-01-01\nAAPL,2024-01-01\nAAPL,2024-01-{i + 1:00}\nAAPL,2024-02-01\n"))));
        Assert.Equal(3, (await Calendar.DaysAsync("AAPL", None)).Count);
        Assert.Single(await Calendar.DaysAsync("MSFT", None));
    }

    [Fact]
    public async Task A_lane_of_a_real_symbol_gets_its_days_and_one_without_says_so_before_the_start()
    {
        await StoreAsync("AAPL", isSynthetic: false);
        await StoreAsync("MADE", isSynthetic: true);
        Assert.Null((await SetupAsync("AAPL")).Setting.Earnings);
        Assert.Empty((await SetupAsync("MADE")).Setting.Earnings!);
        Assert.Contains("No earnings day of AAPL is known", await HindranceAsync("?strategy=sma-crossover&symbol=AAPL&interval=5m&source=csv"), StringComparison.Ordinal);
        Assert.Contains("No earnings day of AAPL is known", await HindranceAsync("?strategy=sma-crossover&symbol=MADE&interval=5m&source=csv&more=AAPL"), StringComparison.Ordinal);
        Assert.Null(await HindranceAsync("?strategy=sma-crossover&symbol=MADE&interval=5m&source=csv"));
        Assert.Null(await HindranceAsync("?strategy=sma-crossover&symbol=AAPL&interval=5m&source=csv&limits=mission"));

        await ImportAsync("symbol,date\nAAPL,2023-02-01\n");
        Assert.Contains("AAPL (2023-02-01) lies before the end", await HindranceAsync("?strategy=sma-crossover&symbol=AAPL&interval=5m&source=csv"), StringComparison.Ordinal);
        await ImportAsync("symbol,date\nAAPL,2023-02-01\nAAPL,2024-02-01\n");
        Assert.Equal([new(2023, 2, 1), new(2024, 2, 1)], (await SetupAsync("AAPL")).Setting.Earnings);
        Assert.Null(await HindranceAsync("?strategy=sma-crossover&symbol=AAPL&interval=5m&source=csv"));
    }

    private async Task<EarningsOutcome> ImportAsync(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Host.Get<EarningsImporter>().ImportAsync(file, "anna", None);
    }

    private Task<WriteOutcome> StoreAsync(string symbol, bool isSynthetic) =>
        Host.Get<IBarStore>().WriteAsync(new NewSeries(new SeriesKey(symbol, BarInterval.FiveMinutes, "csv"), null, null, isSynthetic), DeskNode.Bars(2), null, None);

    private async Task<LaneSetup> SetupAsync(string symbol)
    {
        var made = Assert.IsType<DeployOutcome.Done>(await Host.Get<IDeployments>().CreateAsync(DeskNode.Wanted(symbol: symbol), "anna", None)).Deployment;
        return await LaneSetup.ReadAsync(made, Host.Get<LaneWork>(), None);
    }

    private async Task<string?> HindranceAsync(string query)
    {
        var model = ActivatorUtilities.CreateInstance<DeployModel>(Host.Services);
        await model.OpenAsync(query, None);
        return model.Hindrance;
    }
}

public sealed class SqliteEarningsTests() : EarningsContract(null);

public sealed class PostgresEarningsTests(PostgresFixture postgres) : EarningsContract(postgres);
