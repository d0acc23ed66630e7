using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules;

/// <summary>The values of the numbers that a set of rules names as its parameters.</summary>
public sealed record RuleParameters : StrategyParameters, IValidatableObject
{
    private readonly SortedDictionary<string, double> _values;
    private RuleProgram? _program;

    internal RuleParameters(RuleSet rules, IEnumerable<KeyValuePair<string, double>> values)
    {
        Rules = rules;
        _values = new SortedDictionary<string, double>(values.ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The rules with these values, planned when first asked for. Two threads that ask at once plan the same.</summary>
    public RuleProgram Program => _program ??= new RuleProgram(Rules, new Dictionary<string, double>(_values));

    /// <inheritdoc/>
    public override int WarmUpBars => Program.WarmUpBars;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var series in RuleTree.Indicators(Rules))
        {
            if (RuleArguments.Parse(SeriesVocabulary.Shipped().Get(series.Name).Indicator, series.Arguments, _values, out var faults) is null)
            {
                yield return new ValidationResult($"{series.Name} cannot be computed: {string.Join(" ", faults)}");
            }
        }
    }

    /// <summary>True when the rules and all values are the same.</summary>
    public bool Equals(RuleParameters? other) => other is not null && Rules.Equals(other.Rules) && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, _values.Count);

    internal double Get(string name) => _values[name];

    // Only while the record is made of texts, before anybody sees it, and by a sweep that reads set after set into a record of its own.
    internal void Set(string name, double value)
    {
        _values[name] = value;
        _program = null;
    }
}
