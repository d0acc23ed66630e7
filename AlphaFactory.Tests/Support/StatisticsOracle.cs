using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Tests.Support;

/// <summary>
/// Expected statistics and the series they belong to. ALPHAFACTORY_TEST_STATISTICS names another file of the same shape, stats_X.json, with
/// returns_X.csv, pbo_matrix_X.csv and boot_indices_X.csv beside it.
/// </summary>
internal static class StatisticsOracle
{
    private static readonly string s_path = Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_STATISTICS") is { Length: > 0 } named ? named : ReferenceFile.PathOf("stats_a.json");

    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllText(s_path)).RootElement;

    public static string ReturnsPath => Sibling("returns");

    public static TheoryData<string> SeriesNames => [.. Root.GetProperty("series").EnumerateObject().Select(series => series.Name), "tiny"];

    public static TheoryData<string> DegenerateNames => [.. Root.GetProperty("degenerate_series").EnumerateObject().Select(series => series.Name)];

    public static JsonElement Reference(string series) => (series == "tiny" ? Root.GetProperty("tiny") : Root.GetProperty("series").GetProperty(series)).GetProperty("reference");

    public static Performance Run(string series)
    {
        if (series == "tiny")
        {
            var tiny = Root.GetProperty("tiny");
            return Performance.FromReturns(ReferenceFile.Doubles(tiny.GetProperty("returns"))) with
            {
                BenchmarkReturns = ReferenceFile.Doubles(tiny.GetProperty("benchmark")),
                Dates = [.. tiny.GetProperty("dates").EnumerateArray().Select(date => DateOnly.Parse(date.GetString()!, CultureInfo.InvariantCulture))],
            };
        }

        return Performance.FromReturns(Returns(series)) with
        {
            BenchmarkReturns = Returns("benchmark"),
            Dates = [.. File.ReadLines(Sibling("returns")).Skip(1).Select(line => DateOnly.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))],
        };
    }

    public static Performance Degenerate(string series) =>
        Performance.FromReturns(ReferenceFile.Doubles(Root.GetProperty("degenerate_series").GetProperty(series).GetProperty("returns")));

    public static double[] Returns(string column)
    {
        string[] lines = File.ReadAllLines(Sibling("returns"));
        int index = Array.IndexOf(lines[0].Split(','), column);
        Assert.True(index > 0, $"The returns have no column {column}");
        return [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[index], CultureInfo.InvariantCulture))];
    }

    /// <summary>One column a setting.</summary>
    public static double[][] OverfitMatrix()
    {
        double[][] rows = [.. File.ReadLines(Sibling("pbo_matrix")).Skip(1).Select(Cells)];
        return [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
    }

    public static int[][] Resamples() => [.. File.ReadLines(Sibling("boot_indices")).Select(line => Array.ConvertAll(Cells(line), cell => (int)cell))];

    private static double[] Cells(string line) => [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private static string Sibling(string kind)
    {
        string name = Path.GetFileNameWithoutExtension(s_path);
        return Path.Join(Path.GetDirectoryName(s_path), $"{kind}{name[name.LastIndexOf('_')..]}.csv");
    }
}
