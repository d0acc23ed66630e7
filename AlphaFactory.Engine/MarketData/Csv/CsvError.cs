using System.Globalization;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>One reason why a file was refused.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column as the file names it; null when the whole line or file is meant.</param>
/// <param name="Value">What stands there, shortened and without control characters; null when nothing does.</param>
/// <param name="Code">Stable id of the rule.</param>
/// <param name="Rule">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CsvError(long Line, string? Column, string? Value, string Code, string Rule, string Remedy)
{
    /// <summary>The whole error as one sentence group.</summary>
    public string Message => string.Create(CultureInfo.InvariantCulture,
        $"Line {Line}{(Column is null ? "" : $", column {Column}")}{(Value is null ? "" : $", value \"{Value}\"")}: {Rule} {Remedy}");

    /// <summary>Makes hostile or endless text fit for a message.</summary>
    internal static string Shorten(string text)
    {
        const int shown = 40;
        string clean = string.Concat(text.Take(shown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return text.Length > shown ? clean + "…" : clean;
    }
}
