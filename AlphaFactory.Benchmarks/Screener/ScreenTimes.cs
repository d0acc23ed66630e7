using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Screener;
using AlphaFactory.Engine;
using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Screener;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Benchmarks.Screener;

/// <summary>What a user of a large universe waits for: import, refresh of the kept values, screens, a correlation study. On SQLite in a temporary folder.</summary>
internal static class ScreenTimes
{
    private const int Symbols = 500, Bars = 2_015, Rounds = 7;

    /// <summary>Prints the times.</summary>
    /// <param name="panel">A packed CSV with Date, Symbol, Open, High, Low, Close, AdjClose, Volume.</param>
    public static async Task RunAsync(string panel)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-screen-").FullName;
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AlphaFactory:DataDirectory", folder), new("AlphaFactory:DemoMarket", "false")]).Build();
            await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddEngine(configuration).BuildServiceProvider();
            await services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(default);
            await MeasureAsync(services, Files(panel));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(ServiceProvider services, List<(string Symbol, byte[] Csv)> files)
    {
        var importer = services.GetRequiredService<BarImporter>();
        int taken = 0, refused = 0;
        double import = await TimeAsync(async () =>
        {
            foreach (var (symbol, csv) in files)
            {
                using var stream = new MemoryStream(csv);

                // The panel has a few bars whose high lies below their close; their files are refused whole, as for a user.
                bool ok = await importer.ImportAsync(stream, symbol, BarInterval.Daily, CsvMapping.Automatic, "benchmark", null, default) is ImportedBars;
                (taken, refused) = (taken + (ok ? 1 : 0), refused + (ok ? 0 : 1));
                if (taken == Symbols)
                {
                    break;
                }
            }
        });
        Say($"import {taken} files, {refused} refused", import);

        var universe = new SeriesUniverse(SeriesOrigin.All, BarInterval.Daily);
        var screener = services.GetRequiredService<UniverseScreener>();
        ScreenRequest Request(string where, string columns) => new(universe, ((ScreenRead)ScreenText.Read(where)).Condition, ValueColumn.ParseList(columns, out _));
        var kept = Request("rsi_14 < 30 and close > sma_200", "close,rsi_14,sma_200,natr_14");
        Say("screen before the refresh", await TimeAsync(() => screener.RunAsync(kept, null, default)));
        Say("refresh", await TimeAsync(() => services.GetRequiredService<ValueRefresh>().RefreshAsync(default)));
        Say("refresh, nothing to do", await MedianAsync(() => services.GetRequiredService<ValueRefresh>().RefreshAsync(default)));
        Say("screen, kept columns", await MedianAsync(() => screener.RunAsync(kept, null, default)));
        Say("screen, one column computed", await MedianAsync(() => screener.RunAsync(Request("rsi_14 < 30 and close > sma_137", "close,rsi_14,sma_137"), null, default)));
        Say("screen, every kept column", await MedianAsync(() => screener.RunAsync(new ScreenRequest(universe, null, UsualValues.Plan.Columns), null, default)));
        var study = new CorrelationRequest(universe, ValueColumn.ParseList("rocp_10,rsi_14,willr_14,cci_20,macd_hist_12_26_9,price_to_sma_50,bb_position_20_2,adx_14,natr_14,mfi_14", out _), null, null, CorrelationBlocks.Time);
        Say("correlation of 10 indicators, coefficients over 3 horizons", await TimeAsync(() => services.GetRequiredService<CorrelationStudy>().RunAsync(study, null, default)));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            times.Add(await TimeAsync(work));
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static void Say(string what, double milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds,10:N0} ms  {what}"));

    /// <summary>The newest bars of every symbol that has enough, a file each as a user would have it.</summary>
    private static List<(string Symbol, byte[] Csv)> Files(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            (rows.TryGetValue(cells[1], out var lines) ? lines : rows[cells[1]] = []).Add(string.Join(',', cells[0], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
        }

        return [.. rows.Where(pair => pair.Value.Count >= Bars).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Encoding.UTF8.GetBytes("Date,Open,High,Low,Close,AdjClose,Volume\n" + string.Join('\n', pair.Value[^Bars..]) + "\n")))];
    }
}
