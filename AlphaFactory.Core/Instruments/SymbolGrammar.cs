using System.Diagnostics.CodeAnalysis;

namespace AlphaFactory.Core.Instruments;

/// <summary>
/// What may be a symbol: 1 to 20 letters, digits and <c>. - ^ = _</c>, upper case, starting with a letter, a digit or <c>^</c>. Nothing in
/// it can be read as a path, as markup or as a formula in a spreadsheet.
/// </summary>
public static class SymbolGrammar
{
    /// <summary>Longest symbol.</summary>
    public const int MaximumLength = 20;

    /// <summary>The rule in words, for messages.</summary>
    public const string Words = "1 to 20 letters, digits and . - ^ = _, starting with a letter, a digit or ^";

    /// <summary>Trims, turns into upper case and checks.</summary>
    /// <returns>False when <paramref name="text"/> is not a symbol; <paramref name="symbol"/> is then null.</returns>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? symbol)
    {
        symbol = text?.Trim().ToUpperInvariant();
        if (symbol is { Length: > 0 and <= MaximumLength } && (char.IsAsciiLetterOrDigit(symbol[0]) || symbol[0] == '^')
            && symbol.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '^' or '=' or '_')
            && !symbol.Contains("..", StringComparison.Ordinal))
        {
            return true;
        }

        symbol = null;
        return false;
    }

    /// <summary>The symbol a file is probably about: its name without folder and endings, or null when that is no symbol.</summary>
    public static string? FromFileName(string fileName)
    {
        string name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        foreach (string ending in (string[])[".gz", ".csv", ".txt", ".tsv"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return TryNormalize(name, out string? symbol) ? symbol : null;
    }
}
