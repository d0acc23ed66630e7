using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.MarketData;

public sealed class SeriesReaderTests
{
    private readonly MemoryBarStore _store = new();

    [Fact]
    public async Task Bars_come_adjusted_as_asked_with_their_identity()
    {
        await SeedAsync();
        var raw = await FindAsync(new("demo-chip", BarInterval.Daily, Adjustment: PriceAdjustment.Raw));
        var split = await FindAsync(new("DEMO-CHIP", BarInterval.Daily, From: new(2020, 7, 17), To: new(2020, 7, 20)));

        Assert.Equal(2516, raw.Bars.Count);
        Assert.Equal(new SeriesIdentity("DEMO-CHIP", BarInterval.Daily, "demo", PriceAdjustment.Raw, true), raw.Bars.Identity);
        Assert.Equal(2, split.Bars.Count);
        Assert.Equal(2516, split.Coverage.Bars);
        Assert.InRange(split.Bars.Close[1] / split.Bars.Close[0], 0.85, 1.15);
    }

    [Theory]
    [InlineData("DEMO-CHOP", "1d", null, "symbol-unknown", "Did you mean DEMO-CHIP")]
    [InlineData("ZZZZZZZZ", "1d", null, "symbol-unknown", "and 5 more")]
    [InlineData("DEMO-WIND", "5m", null, "interval-not-stored", "Stored are 1d")]
    [InlineData("DEMO-CHIP", "1d", "yahoo", "source-not-stored", "Stored are demo")]
    public async Task Nothing_found_says_what_there_is(string symbol, string interval, string? source, string code, string words)
    {
        await SeedAsync();
        Assert.True(BarInterval.TryParse(interval, out var length));
        var missing = Assert.IsType<SeriesMissing>(await new SeriesReader(_store).ReadAsync(new(symbol, length, source), CancellationToken.None));
        Assert.Equal(code, missing.Code);
        Assert.Contains(words, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_without_bars_names_the_stored_one()
    {
        await SeedAsync();
        var missing = Assert.IsType<SeriesMissing>(await new SeriesReader(_store).ReadAsync(new("DEMO-CHIP", BarInterval.Daily, From: new(2030, 1, 1)), CancellationToken.None));
        Assert.Equal("DEMO-CHIP 1d has no bars from 2030-01-01 on. Stored are 2015-01-02 to 2024-12-31. Choose a period inside that range.", missing.Message);
    }

    [Fact]
    public async Task An_empty_store_says_so() =>
        Assert.Contains("The store is empty.", Assert.IsType<SeriesMissing>(await new SeriesReader(_store).ReadAsync(new("AAPL", BarInterval.Daily), CancellationToken.None)).Message, StringComparison.Ordinal);

    private async Task SeedAsync()
    {
        foreach (DemoSeries series in DemoMarket.Generate())
        {
            await _store.WriteAsync(series.Series, series.Bars, null, CancellationToken.None);
        }
    }

    private async Task<SeriesFound> FindAsync(SeriesRequest request) => Assert.IsType<SeriesFound>(await new SeriesReader(_store).ReadAsync(request, CancellationToken.None));
}
