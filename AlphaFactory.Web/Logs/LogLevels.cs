using Serilog.Events;

namespace AlphaFactory.Web.Logs;

/// <summary>The words for log levels in files, links and on the log page, mildest first.</summary>
internal static class LogLevels
{
    public static IReadOnlyList<string> All { get; } = ["trace", "debug", "info", "warning", "error", "critical"];

    public static string Name(LogEventLevel level) => All[(int)level];

    /// <summary>Place in <see cref="All"/>; an unknown word counts as the mildest, so that it hides nothing.</summary>
    public static int Rank(string? level) => Math.Max(0, All.ToList().FindIndex(name => string.Equals(name, level, StringComparison.OrdinalIgnoreCase)));
}
