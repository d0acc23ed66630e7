namespace AlphaFactory.Core.Rules;

/// <summary>Conditions: groups, negations, durations, comparisons.</summary>
internal sealed partial class RuleParser
{
    private int _depth, _comparisons;

    private Condition? ReadCondition() => ReadGroup("or", GroupKind.Any, () => ReadGroup("and", GroupKind.All, ReadTerm));

    private Condition? ReadGroup(string word, GroupKind kind, Func<Condition?> term)
    {
        if (term() is not { } first)
        {
            return null;
        }

        List<Condition> terms = [first];
        while (Now.Is(word))
        {
            Take();
            if (term() is not { } next)
            {
                return null;
            }

            terms.Add(next);
        }

        return terms.Count == 1 ? first : new Group(kind, [.. terms]);
    }

    private Condition? ReadTerm()
    {
        if (!Now.Is("not"))
        {
            return ReadLasting();
        }

        if (!Deeper(Take()))
        {
            return null;
        }

        var term = ReadTerm();
        _depth--;
        return term is null ? null : new Negation(term);
    }

    private Condition? ReadLasting()
    {
        if ((Now.Is("(") ? ReadParenthesis() : ReadComparison()) is not { } condition)
        {
            return null;
        }

        if (!Now.Is("for") && !Now.Is("within"))
        {
            return condition;
        }

        var kind = Take().Is("for") ? LastingKind.For : LastingKind.Within;
        return ReadBars(1) is { } bars ? new Lasting(condition, kind, bars) : null;
    }

    private Condition? ReadParenthesis()
    {
        var open = Take();
        if (!Deeper(open) || ReadCondition() is not { } condition)
        {
            return null;
        }

        _depth--;
        if (!Now.Is(")"))
        {
            return Fail<Condition>(Now, $"Expected \")\" for the \"(\" at character {open.Start + 1}, or \"and\" or \"or\", but found {Now.Shown}.");
        }

        Take();
        return condition;
    }

    private Comparison? ReadComparison()
    {
        var start = Now;
        if (++_comparisons > RuleLimits.Comparisons)
        {
            return Fail<Comparison>(start, $"There are more than {RuleLimits.Comparisons} comparisons. Leave some out.");
        }

        if (ReadOperand() is not { } left || ReadRelation() is not { } relation || ReadOperand() is not { } right)
        {
            return null;
        }

        return left is NumberOperand && right is NumberOperand
            ? Fail<Comparison>(start, "Two numbers are compared, which is the same on every bar. Compare an indicator or a price.")
            : new Comparison(left, relation, right);
    }

    private Relation? ReadRelation()
    {
        var sign = Take();
        if (sign.Is("crosses"))
        {
            var side = Take();
            if (side.Is("above") || side.Is("below"))
            {
                return side.Is("above") ? Relation.CrossesAbove : Relation.CrossesBelow;
            }

            FailWord(side, "Expected \"above\" or \"below\" after \"crosses\"", ["above", "below"]);
            return null;
        }

        foreach (var (relation, text) in RelationText.All)
        {
            if (sign.Is(text))
            {
                return relation;
            }
        }

        FailWord(sign, "Expected a comparison (<, <=, >, >=, =, !=, crosses above, crosses below)", ["crosses"]);
        return null;
    }

    private RuleNumber? ReadBars(int least)
    {
        if (ReadCount(least) is not { } count)
        {
            return null;
        }

        if (Now.Is("bar"))
        {
            Take();
            return count;
        }

        return TakeWord("bars", "after their number") ? count : null;
    }

    private bool Deeper(RuleToken at)
    {
        if (++_depth <= RuleLimits.Depth)
        {
            return true;
        }

        Note(at, $"Conditions are nested deeper than {RuleLimits.Depth} times. Make them flatter.");
        return false;
    }
}
