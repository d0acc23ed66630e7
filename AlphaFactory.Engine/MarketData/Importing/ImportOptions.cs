using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Engine.MarketData.Importing;

/// <summary>The settings of the section <c>AlphaFactory:Import</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Import";

    /// <summary>A file with more bars is refused.</summary>
    /// <value>5,000,000</value>
    public int MaximumRows { get; set; } = 5_000_000;

    /// <summary>A larger file is not taken, in megabytes.</summary>
    /// <value>512</value>
    public int MaximumMegabytes { get; set; } = 512;

    /// <summary><see cref="MaximumMegabytes"/> in bytes.</summary>
    public long MaximumBytes => MaximumMegabytes * 1024L * 1024L;

    /// <summary>Why a file of this length is not taken; null when it may be read.</summary>
    internal CsvError? TooLarge(long bytes) => bytes <= MaximumBytes ? null
        : new CsvError(1, null, null, "file-too-large", $"The file is larger than {MaximumMegabytes:N0} MB.", "Split it, or raise the setting AlphaFactory:Import:MaximumMegabytes.");
}
