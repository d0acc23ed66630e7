namespace AlphaFactory.Web.Logs;

/// <summary>One line of the log.</summary>
/// <param name="At">When.</param>
/// <param name="Level">trace, debug, info, warning, error or critical.</param>
/// <param name="Source">Class that wrote it.</param>
/// <param name="Run">Run it belongs to, if any.</param>
/// <param name="Text">What happened.</param>
/// <param name="Error">The exception with its stack, if any.</param>
public sealed record LogLine(DateTimeOffset At, string Level, string Source, string? Run, string Text, string? Error);
