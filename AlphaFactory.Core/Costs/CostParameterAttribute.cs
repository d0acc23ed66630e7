namespace AlphaFactory.Core.Costs;

/// <summary>
/// Makes a <c>double</c> property of a cost model a setting of the run: its key in files is <c>commission_NAME</c> or
/// <c>slippage_NAME</c>, and the form draws it.
/// </summary>
/// <param name="name">snake_case name after the prefix; <c>pct</c> and names ending in <c>_pct</c> are fractions inside and per cent outside.</param>
/// <param name="minimum">Smallest valid value, as a fraction for per cent.</param>
/// <param name="maximum">Largest valid value, as a fraction for per cent.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CostParameterAttribute(string name, double minimum, double maximum) : Attribute
{
    /// <summary>snake_case name after the prefix.</summary>
    public string Name { get; } = name;

    /// <summary>Smallest valid value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Largest valid value.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Label of its input.</summary>
    public required string Label { get; init; }

    /// <summary>Unit shown behind its input.</summary>
    public required string Unit { get; init; }

    /// <summary>One sentence of help.</summary>
    public string Help { get; init; } = "";
}
