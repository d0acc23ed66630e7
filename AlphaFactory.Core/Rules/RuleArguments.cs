using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Rules;

/// <summary>Turns the arguments of a rule into the parameters record of an indicator.</summary>
public static class RuleArguments
{
    /// <summary>The record of these arguments, or null with the faults.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="arguments">A value for every parameter.</param>
    /// <param name="values">Values of the strategy's parameters by name; null takes their defaults.</param>
    /// <param name="faults">Every fault; empty when all is well.</param>
    public static IndicatorParameters? Parse(IndicatorEntry indicator, Sequence<RuleValue> arguments, IReadOnlyDictionary<string, double>? values, out IReadOnlyList<string> faults)
    {
        var schema = indicator.Parameters;
        var texts = schema.Definitions.Zip(arguments).ToDictionary(pair => pair.First.Name, pair => Text(pair.Second, values));
        return schema.Parse(texts, out faults);
    }

    /// <summary>A value as a parameter's text.</summary>
    internal static string Text(RuleValue value, IReadOnlyDictionary<string, double>? values) => value switch
    {
        RuleNumber { Parameter: { } name } when values is not null => new RuleNumber(values[name]).Text,
        RuleNumber number => number.Text,
        RuleWord word => word.Text,
        _ => throw new InvalidOperationException($"There is no third kind of value, and yet this is {value.GetType().Name}."),
    };

    /// <summary>The value of a parameter's text.</summary>
    internal static RuleValue Value(ParameterDefinition definition, string text) => definition.Kind is ParameterKind.WholeNumber or ParameterKind.Number
        ? new RuleNumber(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
        : new RuleWord(text);
}
