using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Indicators;

/// <summary>All usual columns for a universe, on one thread and on two.</summary>
internal static class UniverseComparison
{
    private const int Symbols = 500, Bars = 2_015;

    /// <summary>Prints the times and the scaling.</summary>
    /// <param name="panel">sp500_panel.csv.gz with Date, Symbol, Open, High, Low, Close, AdjClose, Volume; null takes random bars.</param>
    /// <param name="columns">A CSV whose first line names the columns; null takes all usual ones.</param>
    /// <param name="rounds">Rounds; the medians are quoted.</param>
    public static void Run(string? panel, string? columns, int rounds)
    {
        var universe = panel is null ? [.. Enumerable.Range(0, Symbols).Select(symbol => BenchmarkBars.Random(Bars, (ulong)symbol))] : Read(panel);
        var plan = columns is null
            ? new IndicatorPlan(IndicatorRegistry.Shipped(), IndicatorRegistry.Shipped().UsualColumns)
            : new IndicatorPlan(File.ReadLines(columns).First().Split(',')[1..]);
        double[] one = new double[rounds], two = new double[rounds];
        for (int round = -2; round < rounds; round++)
        {
            one[Math.Max(round, 0)] = Time(plan, universe, 1);
            two[Math.Max(round, 0)] = Time(plan, universe, 2);
        }

        double first = Median(one), second = Median(two);
        long values = (long)plan.Columns.Count * universe.Sum(series => (long)series.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Columns.Count} columns, {universe.Length} symbols of {universe[0].Count} bars ({(panel is null ? "random" : "panel")}), medians of {rounds} rounds"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one thread {first * 1e3:F0} ms, {values / first / 1e6:F0} M values/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"two threads {second * 1e3:F0} ms, {values / second / 1e6:F0} M values/s, {first / second:F2} x"));
    }

    private static double Time(IndicatorPlan plan, BarSeries[] universe, int threads)
    {
        long start = Stopwatch.GetTimestamp();
        UniverseEvaluation.Run(plan, universe, threads, (_, _) => { });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static BarSeries[] Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var symbols = new Dictionary<string, List<double[]>>(StringComparer.Ordinal);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            var day = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            double[] bar = [day.DayNumber, Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[7])];
            (symbols.TryGetValue(cells[1], out var bars) ? bars : symbols[cells[1]] = []).Add(bar);
        }

        return [.. symbols.Where(pair => pair.Value.Count >= Bars).OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(Symbols).Select(pair => Series(pair.Key, pair.Value[^Bars..]))];
    }

    private static double Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static BarSeries Series(string symbol, List<double[]> bars)
    {
        double[] Column(int index) => [.. bars.Select(bar => bar[index])];
        long[] times = [.. bars.Select(bar => ((long)bar[0] - 719_162) * 86_400_000)];
        return new BarSeries(new SeriesIdentity(symbol, BarInterval.Daily, "panel", PriceAdjustment.Split, IsSynthetic: false), times, Column(1), Column(2), Column(3), Column(4), Column(5));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
