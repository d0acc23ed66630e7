using System.Globalization;

namespace AlphaFactory.Web.Features.Compare;

/// <summary>Keys of the run file as people read them: <c>commission_pct</c> is "Commission %".</summary>
public static class SettingWords
{
    /// <summary>The words of a key.</summary>
    public static string Of(string key)
    {
        string words = key.Replace('_', ' ');
        words = words.EndsWith(" pct", StringComparison.Ordinal) ? words[..^4] + " %" : words;
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>A value as the table shows it: a hash by its first digits, everything else as the run file has it.</summary>
    public static string? Value(string key, string? value) => key == "data_hash" && value is { Length: > 8 } ? value[..8] : value;
}
