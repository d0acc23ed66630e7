namespace AlphaFactory.Web.Logs;

/// <summary>Which lines of the log are wanted.</summary>
/// <param name="Level">Mildest level shown; null is all.</param>
/// <param name="Text">Must occur in text, source or error, in any case; null is all.</param>
/// <param name="Run">Only lines of this run; null is all.</param>
/// <param name="Take">Lines at most.</param>
public sealed record LogFilter(string? Level = null, string? Text = null, string? Run = null, int Take = 200)
{
    /// <summary>True when the line is wanted.</summary>
    public bool Passes(LogLine line) =>
        LogLevels.Rank(line.Level) >= LogLevels.Rank(Level)
        && (string.IsNullOrEmpty(Run) || string.Equals(line.Run, Run, StringComparison.Ordinal))
        && (string.IsNullOrEmpty(Text)
            || line.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || line.Source.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || (line.Error?.Contains(Text, StringComparison.OrdinalIgnoreCase) ?? false));
}
