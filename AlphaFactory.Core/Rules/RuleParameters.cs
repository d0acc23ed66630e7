using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Rules.Answering;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules;

/// <summary>The values of the numbers that a set of rules names as its parameters.</summary>
public sealed record RuleParameters : StrategyParameters, IValidatableObject
{
    private readonly RuleProgram _program;
    private readonly double[] _values;

    internal RuleParameters(RuleProgram program, ReadOnlySpan<double> values) => (_program, _values) = (program, values.ToArray());

    /// <summary>The rules.</summary>
    public RuleSet Rules => _program.Rules;

    /// <inheritdoc/>
    public override int WarmUpBars => _program.WarmUpBars(_values);

    /// <inheritdoc/>
    public override bool Fits => _program.Fits(_values);

    /// <summary>The rules made ready to be answered; the same for all values.</summary>
    internal RuleProgram Program => _program;

    /// <summary>The values, in the order of the program's names.</summary>
    internal ReadOnlySpan<double> Values => _values;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => _program.Faults(_values).Select(fault => new ValidationResult(fault));

    /// <summary>True when the rules and all values are the same.</summary>
    public bool Equals(RuleParameters? other) => other is not null && Rules.Equals(other.Rules) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, _values.Length);

    internal double Get(int place) => _values[place];

    // Only while the record is made of texts, before anybody sees it, and by a sweep that reads set after set into a record of its own.
    internal void Set(int place, double value) => _values[place] = value;
}
