using AlphaFactory.Web.Logs;

namespace AlphaFactory.Web.Features.Log;

/// <summary>Which lines the page shows. It stands in the address.</summary>
/// <param name="Level">Mildest level; null is all.</param>
/// <param name="Text">Part of the line; null is all.</param>
/// <param name="Run">Id of a run; null is all.</param>
/// <param name="Follow">True reads again every two seconds.</param>
public sealed record LogQuery(string? Level, string? Text, string? Run, bool Follow)
{
    /// <summary>The levels one can choose, with their words.</summary>
    public static IReadOnlyList<(string? Level, string Words)> Levels { get; } = [(null, "All"), ("info", "Info and worse"), ("warning", "Warnings and worse"), ("error", "Errors")];

    /// <summary>Reads the query of the address; an unknown level is as good as none.</summary>
    public static LogQuery Parse(string? level, string? text, string? run, bool follow) =>
        new(Levels.Any(known => known.Level == level) ? level : null, Clean(text), Clean(run), follow);

    /// <summary>The lines as the reader is asked for them.</summary>
    public LogFilter ToFilter(int take) => new(Level, Text, Run, take);

    /// <summary>The address that shows these lines.</summary>
    public string ToHref()
    {
        string query = string.Join('&', new[] { Part("level", Level), Part("q", Text), Part("run", Run), Follow ? "follow=true" : null }.OfType<string>());
        return query.Length == 0 ? "log" : "log?" + query;
    }

    private static string? Part(string name, string? value) => Clean(value) is { } text ? $"{name}={Uri.EscapeDataString(text)}" : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
