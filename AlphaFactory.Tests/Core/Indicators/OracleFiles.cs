using System.Globalization;
using System.IO.Compression;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>
/// Bars and the columns trusted software computed for them. Files of the same shape can be put in their place:
/// ALPHAFACTORY_TEST_ORACLE_BARS and ALPHAFACTORY_TEST_ORACLE_COLUMNS name them, ALPHAFACTORY_TEST_ORACLE_NOISE and ALPHAFACTORY_TEST_ORACLE_TIES the
/// lists of cells where the software's own digits decide.
/// </summary>
internal static class OracleFiles
{
    private static readonly string[][] s_rows = Rows("ALPHAFACTORY_TEST_ORACLE_COLUMNS", "indicators_a.csv.gz");

    public static BarSeries Bars { get; } = TestBars.Csv(Path("ALPHAFACTORY_TEST_ORACLE_BARS", "synth_a.csv"), "ORACLE");

    public static string[] Columns { get; } = s_rows[0][1..];

    /// <summary>What an evaluation with more digits gives, where the software's doubles are more than 1e-9 off.</summary>
    public static Dictionary<(string Column, int Bar), double> Noise { get; } =
        Rows("ALPHAFACTORY_TEST_ORACLE_NOISE", "indicators_a_noise.csv.gz")[1..].ToDictionary(row => (row[2], int.Parse(row[0], CultureInfo.InvariantCulture)), row => Number(row[4]));

    /// <summary>What exact arithmetic gives, where a pattern hangs on the last digit.</summary>
    public static Dictionary<(string Column, int Bar), double> Ties { get; } =
        Rows("ALPHAFACTORY_TEST_ORACLE_TIES", "indicators_a_ties.csv")[1..].ToDictionary(row => (row[2], int.Parse(row[0], CultureInfo.InvariantCulture)), row => Number(row[4]));

    public static double[] Values(string column)
    {
        int index = Array.IndexOf(s_rows[0], column);
        return [.. s_rows[1..].Select(row => Number(row[index]))];
    }

    private static double Number(string cell) => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Path(string variable, string shipped) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : ReferenceFile.PathOf(shipped);

    private static string[][] Rows(string variable, string shipped)
    {
        string path = Path(variable, shipped);
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
    }
}
