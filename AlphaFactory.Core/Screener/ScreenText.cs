using System.Globalization;

namespace AlphaFactory.Core.Screener;

/// <summary>
/// Conditions as text: <c>rsi_14 &lt; 30 and close &gt; sma_200</c>. <c>and</c> binds closer than <c>or</c>, parentheses group. Reading what was
/// written gives the same condition again.
/// </summary>
public static class ScreenText
{
    /// <summary>Most characters of a text.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Reads a text. Time grows with its length, which is limited, as nesting is.</summary>
    public static ScreenOutcome Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ScreenRead(null);
        }

        return text.Length > MostCharacters
            ? new ScreenRefused(string.Create(CultureInfo.InvariantCulture, $"The condition has {text.Length} characters; {MostCharacters} are the most. Leave some comparisons out."), MostCharacters)
            : new ScreenParser(text).Read();
    }

    /// <summary>The condition as text; empty for none.</summary>
    public static string Write(ScreenCondition? condition) => condition switch
    {
        ScreenComparison comparison => $"{comparison.Left.Name} {comparison.Relation.Text()} {Write(comparison.Right)}",
        ScreenGroup group => string.Join(group.IsAny ? " or " : " and ", group.Terms.Select(Term)),
        _ => "",
    };

    /// <summary>The right side of a comparison as text.</summary>
    public static string Write(ScreenOperand operand) => operand.Column?.Name ?? operand.Number.ToString("R", CultureInfo.InvariantCulture);

    private static string Term(ScreenCondition term) => term is ScreenGroup ? $"({Write(term)})" : Write(term);
}
