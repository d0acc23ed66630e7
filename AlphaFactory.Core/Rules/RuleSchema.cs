using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Rules.Answering;

namespace AlphaFactory.Core.Rules;

/// <summary>
/// The parameters a set of rules declares with <c>$name=default</c>. What is allowed follows from where one is used: as an indicator's
/// parameter it has that one's range and sweep, as a number of bars it is whole.
/// </summary>
internal static class RuleSchema
{
    public static ParameterSchema Of(RuleSet rules)
    {
        var uses = Uses(rules).GroupBy(use => use.Number.Parameter!).ToList();
        double[] defaults = [.. uses.Select(group => group.First().Number.Value)];
        var program = new RuleProgram(rules, [.. uses.Select(group => group.Key)]);
        return new ParameterSchema(() => new RuleParameters(program, defaults), [.. uses.Select((group, place) => Definition(group.Key, place, [.. group]))]);
    }

    private static ParameterDefinition Definition(string name, int place, Use[] uses)
    {
        bool isWhole = uses.Any(use => use.IsWhole);
        double? low = uses.Max(use => use.Low), high = uses.Min(use => use.High);
        var sweep = uses.Select(use => use.Sweep).FirstOrDefault(range => range is not null && range.From >= (low ?? range.From) && range.To <= (high ?? range.To));
        string label = char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
        return new ParameterDefinition(
            name, isWhole ? ParameterKind.WholeNumber : ParameterKind.Number, label, $"{string.Join("; ", uses.Select(use => use.Words).Distinct())}.",
            uses.Select(use => use.Unit).FirstOrDefault(unit => unit is not null), low, high, sweep, uses[0].Number.Text,
            parameters => ((RuleParameters)parameters).Get(place), (parameters, value) => ((RuleParameters)parameters).Set(place, value));
    }

    private static IEnumerable<Use> Uses(RuleSet rules)
    {
        IEnumerable<Use> arguments = RuleTree.Indicators(rules).SelectMany(series =>
        {
            var indicator = SeriesVocabulary.Shipped().Get(series.Name).Indicator;
            return indicator.Parameters.Definitions.Zip(series.Arguments).Where(pair => pair.Second is RuleNumber).Select(pair =>
                new Use((RuleNumber)pair.Second, pair.First.Kind == ParameterKind.WholeNumber, pair.First.Minimum, pair.First.Maximum, pair.First.Sweep, pair.First.Unit, $"{pair.First.Label} of {series.Name}"));
        });
        var counts = RuleTree.Counts(rules).Select(count => new Use(count.Number, true, count.Least, RuleLimits.Bars, null, "bars", "Number of bars"));
        var levels = RuleTree.Levels(rules).Select(level => new Use(level, false, null, null, null, null, "Level or factor in a comparison"));
        return arguments.Concat(counts).Concat(levels).Where(use => use.Number.Parameter is not null);
    }

    private sealed record Use(RuleNumber Number, bool IsWhole, double? Low, double? High, SweepAttribute? Sweep, string? Unit, string Words);
}
