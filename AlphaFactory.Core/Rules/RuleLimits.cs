namespace AlphaFactory.Core.Rules;

/// <summary>
/// What a text of rules may hold. The limits keep hostile text harmless: reading is linear in the length, nesting cannot exhaust the
/// stack, and deciding takes time in proportion to bars times terms.
/// </summary>
public static class RuleLimits
{
    /// <summary>Most characters of a text, as written and as printed.</summary>
    public const int Characters = 4000;

    /// <summary>Most comparisons.</summary>
    public const int Comparisons = 50;

    /// <summary>Most groups, negations and durations inside each other.</summary>
    public const int Depth = 12;

    /// <summary>Most different indicators, each with its parameters.</summary>
    public const int Indicators = 30;

    /// <summary>Most parameters.</summary>
    public const int Parameters = 16;

    /// <summary>Most <c>with</c> lines.</summary>
    public const int Settings = 20;

    /// <summary>Most bars to look back with <c>[n]</c>, <c>for</c> and <c>within</c>, or to hold with <c>after</c>.</summary>
    public const int Bars = 1000;

    /// <summary>Most characters of a name.</summary>
    public const int Name = 40;

    /// <summary>Largest number, either side of zero.</summary>
    public const double Number = 1e15;
}
