using System.Globalization;
using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

/// <summary>Makes and reads price files in memory.</summary>
internal static class CsvFiles
{
    public const string Header = "Date,Open,High,Low,Close,Volume";

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static async Task<CsvReadOutcome> ReadAsync(byte[] bytes, CsvMapping? mapping = null, string? symbol = "AAA") =>
        await new CsvBarReader(TimeProvider.System).ReadAsync(new MemoryStream(bytes), new CsvReadRequest(symbol, null, mapping ?? CsvMapping.Automatic), null, CancellationToken.None);

    /// <summary>Daily bars as lines, header first, with every digit.</summary>
    public static List<string> Lines(RawBars bars) =>
        [Header, .. Enumerable.Range(0, bars.Count).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"{DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[i]):yyyy-MM-dd},{bars.Open[i]:R},{bars.High[i]:R},{bars.Low[i]:R},{bars.Close[i]:R},{bars.Volume[i]:R}"))];
}
