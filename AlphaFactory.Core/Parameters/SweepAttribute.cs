namespace AlphaFactory.Core.Parameters;

/// <summary>The range an optimiser goes through unless told otherwise; what is valid is said by <c>[Range]</c>.</summary>
/// <param name="from">First value.</param>
/// <param name="to">Last value.</param>
/// <param name="step">Distance between two values.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SweepAttribute(double from, double to, double step) : Attribute
{
    /// <summary>First value.</summary>
    public double From { get; } = from;

    /// <summary>Last value.</summary>
    public double To { get; } = to;

    /// <summary>Distance between two values.</summary>
    public double Step { get; } = step;
}
