using System.Text.RegularExpressions;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Web.Features.Result;

/// <summary>The verdict cut into plain words and facts; a fact leads to what stands behind it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Target">Where a fact leads; null for plain words.</param>
public sealed record VerdictText(string Text, VerdictTarget? Target)
{
    private static readonly Regex s_facts = new(@"[\d,]+ closed trades?|[Oo]ne (trade|of them) made [\d.]+% of the profit|[\d,]+ tries|[Cc]osts of [\d.]+% a side");

    /// <summary>The sentence after its headline, in pieces that join to the same text.</summary>
    public static IReadOnlyList<VerdictText> Of(Verdict verdict)
    {
        string opening = verdict.Headline + ".";
        string rest = verdict.Text.StartsWith(opening, StringComparison.Ordinal) ? verdict.Text[opening.Length..].TrimStart() : verdict.Text;
        List<VerdictText> pieces = [];
        int at = 0;
        foreach (Match fact in s_facts.Matches(rest))
        {
            if (fact.Index > at)
            {
                pieces.Add(new(rest[at..fact.Index], null));
            }

            pieces.Add(new(fact.Value, fact.Value.Contains("closed", StringComparison.Ordinal) ? VerdictTarget.Trades : VerdictTarget.Findings));
            at = fact.Index + fact.Length;
        }

        if (at < rest.Length)
        {
            pieces.Add(new(rest[at..], null));
        }

        return pieces;
    }
}

/// <summary>The part of the page a fact of the verdict leads to.</summary>
public enum VerdictTarget
{
    Findings,
    Trades,
}
