using System.Text;

namespace AlphaFactory.Engine.Strategies;

/// <summary>Names that people give their strategies, and the ids made of them.</summary>
public static class StrategyName
{
    /// <summary>Most characters of a name.</summary>
    public const int Longest = 60;

    /// <summary>The id of a name: its letters and digits in lower case with dashes between; empty when no letter from a to z is in it.</summary>
    public static string IdOf(string name)
    {
        var id = new StringBuilder();
        foreach (char letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetter(letter) || (char.IsAsciiDigit(letter) && id.Length > 0))
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string name) => name.Trim() switch
    {
        { Length: 0 } => "The name is empty. Say in a few words what the strategy does.",
        { Length: > Longest } text => $"The name has {text.Length} characters; {Longest} are the most. Shorten it.",
        var text when text.Any(char.IsControl) => "The name holds a character that cannot be shown. Remove it.",
        var text when IdOf(text).Length == 0 => $"\"{text}\" holds no letter from a to z, of which the strategy's id is made. Add a word.",
        _ => null,
    };
}
