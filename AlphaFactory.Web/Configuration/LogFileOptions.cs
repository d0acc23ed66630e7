using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Web.Configuration;

/// <summary>The section <c>AlphaFactory:Logs</c>: how long log files are kept.</summary>
public sealed class LogFileOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Logs";

    /// <summary>Files kept; the oldest goes first. A day has at least one.</summary>
    /// <value>30</value>
    [Range(1, 1000, ErrorMessage = "Give 1 to 1000 files.")]
    public int KeepFiles { get; set; } = 30;

    /// <summary>Size at which a new file is begun, in megabytes.</summary>
    /// <value>50</value>
    [Range(1, 1024, ErrorMessage = "Give 1 to 1024 megabytes.")]
    public int FileMegabytes { get; set; } = 50;
}
