using System.Globalization;

namespace AlphaFactory.Core.Rules;

/// <summary>What is wrong with a text and where.</summary>
/// <param name="Start">0-based place of the first character concerned; the length of the text for its end.</param>
/// <param name="Length">Characters concerned, 0 at the end of the text.</param>
/// <param name="Message">What is wrong, what was expected, and what was probably meant.</param>
public sealed record RuleFault(int Start, int Length, string Message)
{
    /// <summary>The message with the place counted from 1, such as <c>line 2, column 5: …</c>.</summary>
    public string Describe(string text)
    {
        var (line, column) = PlaceIn(text);
        return string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: {Message}");
    }

    /// <summary>The faulty line with a caret below the place, for a terminal.</summary>
    public string Picture(string text)
    {
        var (line, column) = PlaceIn(text);
        string shown = text.ReplaceLineEndings("\n").Split('\n')[line - 1].Replace('\t', ' ');
        return $"{shown}\n{new string(' ', column - 1)}{new string('^', Math.Max(1, Math.Min(Length, shown.Length - column + 1)))}";
    }

    /// <summary>Line and column from 1.</summary>
    public (int Line, int Column) PlaceIn(string text)
    {
        var before = text.AsSpan(0, Math.Min(Start, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
