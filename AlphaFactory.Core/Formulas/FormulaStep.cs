namespace AlphaFactory.Core.Formulas;

/// <summary>One step of a formula: puts a number on the stack, or takes some off and puts the outcome on.</summary>
internal readonly record struct FormulaStep
{
    public int Operands { get; private init; }

    public double Constant { get; private init; }

    /// <summary>Place among the variables; -1 for a constant.</summary>
    public int Variable { get; private init; }

    public Func<double, double>? Unary { get; private init; }

    public Func<double, double, double>? Binary { get; private init; }

    public static FormulaStep OfConstant(double value) => new() { Constant = value, Variable = -1 };

    public static FormulaStep OfVariable(int place) => new() { Variable = place };

    public static FormulaStep Of(Func<double, double> function) => new() { Operands = 1, Unary = function };

    public static FormulaStep Of(Func<double, double, double> function) => new() { Operands = 2, Binary = function };
}

/// <summary>A text is no formula.</summary>
internal sealed class FormulaException(string message, int at) : Exception(message)
{
    /// <summary>Place of the first character that cannot be read.</summary>
    public int At { get; } = at;
}
