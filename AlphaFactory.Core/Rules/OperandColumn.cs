namespace AlphaFactory.Core.Rules;

/// <summary>The values of an operand, one a bar; NaN where there is none.</summary>
internal readonly ref struct OperandColumn(ReadOnlySpan<double> values, int ago, double factor)
{
    private readonly ReadOnlySpan<double> _values = values;

    /// <summary>The same number on every bar.</summary>
    public static OperandColumn Of(double number) => new([], 0, number);

    public double this[int bar] => _values.IsEmpty ? factor : bar < ago ? double.NaN : factor * _values[bar - ago];
}
