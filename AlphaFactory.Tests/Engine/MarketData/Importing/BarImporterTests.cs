using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Tests.Engine.MarketData.Csv;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Tests.Engine.MarketData.Importing;

public sealed class BarImporterTests() : OnDatabase(null)
{
    private IBarStore Store => Host.Get<IBarStore>();

    [Fact]
    public async Task The_AAPL_file_gives_6539_bars_without_a_gap()
    {
        await using FileStream file = File.OpenRead(SharedData.Require("data/daily/AAPL.csv"));
        var imported = Assert.IsType<ImportedBars>(await Importer().ImportAsync(file, "aapl", null, CsvMapping.Automatic, "ann", null, CancellationToken.None));
        Assert.Equal(6539, imported.Bars);
        Assert.Equal(new SeriesKey("AAPL", BarInterval.Daily, "csv"), imported.Key);
        Assert.Equal(new DateTimeOffset(2000, 1, 3, 0, 0, 0, TimeSpan.Zero), imported.First);
        Assert.Equal(["jump-without-action"], imported.Findings.Select(f => f.Code)); // 2000-09-29, a real fall
        Assert.Equal(6539, (await Store.FindAsync("AAPL", BarInterval.Daily, null, CancellationToken.None))!.Bars);
        AuditEntry entry = Assert.Single(await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), CancellationToken.None));
        Assert.Equal(("ann", "bars-imported", "AAPL 1d csv", "6539 added, 0 replaced"), (entry.Who, entry.Action, entry.Subject, entry.Details));
    }

    [Fact]
    public async Task A_file_over_the_size_limit_is_not_even_read()
    {
        var refused = Assert.IsType<RefusedFile>(await Importer(new ImportOptions { MaximumMegabytes = 0 }).ImportAsync(CsvFiles.Stream("x"), "AAA", null, CsvMapping.Automatic, "ann", null, CancellationToken.None));
        Assert.Equal("file-too-large", Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task A_cancelled_import_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer().ImportAsync(CsvFiles.Stream("Date,Open,High,Low,Close,Volume\n2024-03-04,10,11,9,10.5,100\n"), "AAA", null, CsvMapping.Automatic, "ann", null, stop.Token));
        Assert.Empty(await Store.ListAsync(CancellationToken.None));
    }

    private BarImporter Importer(ImportOptions? options = null) => new(new CsvBarReader(TimeProvider.System), Store, Host.Get<IAuditLog>(), Options.Create(options ?? new ImportOptions()));
}
