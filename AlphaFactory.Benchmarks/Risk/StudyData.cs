using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Benchmarks.Risk;

/// <summary>Daily bars of the study, read from a folder with one CSV a symbol. They stay there; only statistics leave.</summary>
internal static class StudyData
{
    /// <summary>The shares whose bars reach to the end of the period.</summary>
    public static readonly string[] Symbols = ["AAPL", "AMZN", "CVX", "GOOGL", "GS", "JNJ", "JPM", "MSFT", "NVDA", "PFE", "TSLA", "UNH", "XOM"];

    public static BarSeries[] Read(string folder) => [.. Symbols.Select(symbol => ReadAsync(Path.Join(folder, symbol + ".csv"), symbol).GetAwaiter().GetResult())];

    private static async Task<BarSeries> ReadAsync(string path, string symbol)
    {
        await using var file = File.OpenRead(path);
        return await new CsvBarReader(TimeProvider.System).ReadAsync(file, new CsvReadRequest(symbol, null, CsvMapping.Automatic), null, CancellationToken.None) switch
        {
            CsvBars read => read.Bars.Adjust(new SeriesIdentity(symbol, read.Interval, "csv", PriceAdjustment.TotalReturn, IsSynthetic: false)),
            var refused => throw new InvalidDataException($"{path} could not be read: {refused}"),
        };
    }
}
