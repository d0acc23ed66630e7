namespace AlphaFactory.Web.Configuration;

/// <summary>The section <c>Logging</c>: how much is written, by the beginning of the category.</summary>
public sealed class LogLevelOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Logging";

    /// <summary>Trace, Debug, Information, Warning, Error, Critical or None by category.</summary>
    public Dictionary<string, LogLevel> LogLevel { get; } = [];
}
