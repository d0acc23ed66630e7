using System.Text.RegularExpressions;

namespace AlphaFactory.Tests.Architecture;

/// <summary>A rule about what a source file may say, with a planted violation that shows it bites.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="AppliesTo">Which files it is for, by path relative to the root.</param>
/// <param name="Forbidden">What such a file may not contain.</param>
/// <param name="PlantedPath">A path the rule is for …</param>
/// <param name="PlantedText">… and a text there that breaks it.</param>
public sealed record SourceRule(string Name, Func<string, bool> AppliesTo, Regex Forbidden, string PlantedPath, string PlantedText)
{
    /// <summary>The line that breaks the rule, or null.</summary>
    public string? Violation(string path, string text)
    {
        if (!AppliesTo(path) || Forbidden.Match(text) is not { Success: true } match)
        {
            return null;
        }

        int line = text.AsSpan(0, match.Index).Count('\n') + 1;
        return $"{path}:{line} says \"{match.Value.Trim()}\"";
    }

    public override string ToString() => Name;
}
