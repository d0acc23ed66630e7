using System.Globalization;

namespace AlphaFactory.Web.Security;

/// <summary>The one rule for pass phrases, a length, and the words about their strength.</summary>
public static class PassPhrase
{
    /// <summary>Fewest characters.</summary>
    public const int MinimumLength = 12;

    /// <summary>Most characters: enough for any sentence, too few to keep the hash busy.</summary>
    public const int MaximumLength = 256;

    /// <summary>Why the phrase is refused, or null.</summary>
    public static string? Fault(string phrase, string again) => phrase.Length switch
    {
        < MinimumLength => string.Create(CultureInfo.InvariantCulture, $"The pass phrase has {phrase.Length} characters; give it at least {MinimumLength}."),
        > MaximumLength => string.Create(CultureInfo.InvariantCulture, $"The pass phrase has {phrase.Length} characters; give it at most {MaximumLength}."),
        _ => phrase == again ? null : "The two pass phrases differ. Type the same one twice.",
    };
}
