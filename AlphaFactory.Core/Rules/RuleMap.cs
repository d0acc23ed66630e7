namespace AlphaFactory.Core.Rules;

/// <summary>Makes a tree of another by changing its numbers.</summary>
public static class RuleMap
{
    /// <summary>The rules with every number changed by a function.</summary>
    public static RuleSet Numbers(RuleSet rules, Func<RuleNumber, RuleNumber> change) =>
        rules with { LongSide = Side(rules.LongSide, change), ShortSide = Side(rules.ShortSide, change) };

    /// <summary>The rules with another default of a parameter, wherever it is used.</summary>
    public static RuleSet SetDefault(RuleSet rules, string parameter, double value) =>
        Numbers(rules, number => number.Parameter == parameter ? number with { Value = value } : number);

    private static SideRules? Side(SideRules? side, Func<RuleNumber, RuleNumber> change) => side is null ? null : side with
    {
        Entry = Of(side.Entry, change),
        Exit = side.Exit is { } exit ? Of(exit, change) : null,
        After = side.After is { } after ? change(after) : null,
    };

    private static Condition Of(Condition condition, Func<RuleNumber, RuleNumber> change) => condition switch
    {
        Comparison comparison => comparison with { Left = Of(comparison.Left, change), Right = Of(comparison.Right, change) },
        Group group => group with { Terms = [.. group.Terms.Select(term => Of(term, change))] },
        Negation negation => new Negation(Of(negation.Term, change)),
        Lasting lasting => lasting with { Term = Of(lasting.Term, change), Bars = change(lasting.Bars) },
        _ => throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}."),
    };

    private static Operand Of(Operand operand, Func<RuleNumber, RuleNumber> change) => operand switch
    {
        NumberOperand number => new NumberOperand(change(number.Number)),
        SeriesOperand series => new SeriesOperand(
            series.Series is IndicatorSeries indicator ? indicator with { Arguments = [.. indicator.Arguments.Select(value => value is RuleNumber number ? change(number) : value)] } : series.Series,
            series.Ago is { } ago ? change(ago) : null,
            series.Factor is { } factor ? change(factor) : null),
        _ => throw new InvalidOperationException($"There is no third kind of operand, and yet this is {operand.GetType().Name}."),
    };
}
