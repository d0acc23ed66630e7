using System.Globalization;

namespace AlphaFactory.Core.Rules;

/// <summary>A value written in a rule.</summary>
public abstract record RuleValue
{
    private protected RuleValue()
    {
    }
}

/// <summary>A word, such as the kind of an average.</summary>
/// <param name="Text">Lower-case word.</param>
public sealed record RuleWord(string Text) : RuleValue;

/// <summary>A number, fixed or the default of a parameter.</summary>
/// <param name="Value">The number, finite; the default when it is a parameter.</param>
/// <param name="Parameter">Name of the parameter without <c>$</c>; null when it is fixed.</param>
public sealed record RuleNumber(double Value, string? Parameter = null) : RuleValue
{
    /// <summary>The number as it is written, without its parameter.</summary>
    public string Text => Value.ToString("R", CultureInfo.InvariantCulture);
}
