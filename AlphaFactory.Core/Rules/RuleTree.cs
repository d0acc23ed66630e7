namespace AlphaFactory.Core.Rules;

/// <summary>Ways through a tree.</summary>
public static class RuleTree
{
    /// <summary>Every comparison of a condition, in the order of the text.</summary>
    public static IEnumerable<Comparison> Comparisons(Condition condition) => condition switch
    {
        Comparison comparison => [comparison],
        Group group => group.Terms.SelectMany(Comparisons),
        Negation negation => Comparisons(negation.Term),
        Lasting lasting => Comparisons(lasting.Term),
        _ => throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}."),
    };

    /// <summary>Every different indicator of a set of rules, each once, in the order of the text.</summary>
    public static IReadOnlyList<IndicatorSeries> Indicators(RuleSet rules) =>
        [.. rules.Conditions.SelectMany(Comparisons).SelectMany(comparison => new[] { comparison.Left, comparison.Right })
            .OfType<SeriesOperand>().Select(operand => operand.Series).OfType<IndicatorSeries>().Distinct()];

    /// <summary>Every number of bars that is looked back for or held: of <c>for</c>, <c>within</c>, <c>after</c> and <c>[n]</c>.</summary>
    internal static IEnumerable<(RuleNumber Number, int Least)> Counts(RuleSet rules) =>
    [
        .. rules.Conditions.SelectMany(Durations).Select(number => (number, 1)),
        .. Operands(rules).OfType<SeriesOperand>().Select(operand => operand.Ago).OfType<RuleNumber>().Select(number => (number, 0)),
        .. new[] { rules.LongSide?.After, rules.ShortSide?.After }.OfType<RuleNumber>().Select(number => (number, 1)),
    ];

    /// <summary>Every number that values are compared with or multiplied by.</summary>
    internal static IEnumerable<RuleNumber> Levels(RuleSet rules) =>
        Operands(rules).Select(operand => operand is NumberOperand number ? number.Number : ((SeriesOperand)operand).Factor).OfType<RuleNumber>();

    private static IEnumerable<Operand> Operands(RuleSet rules) =>
        rules.Conditions.SelectMany(Comparisons).SelectMany(comparison => new[] { comparison.Left, comparison.Right });

    private static IEnumerable<RuleNumber> Durations(Condition condition) => condition switch
    {
        Group group => group.Terms.SelectMany(Durations),
        Negation negation => Durations(negation.Term),
        Lasting lasting => Durations(lasting.Term).Append(lasting.Bars),
        _ => [],
    };
}
