namespace AlphaFactory.Core.Formulas;

/// <summary>
/// An expression over named numbers, such as <c>fast &lt; slow and slow - fast &gt;= 5</c> or <c>sharpe - 0.5 * abs(max_drawdown)</c>. Parsed once into a
/// list of steps; the text is never compiled or run as code, and an evaluation takes one pass without allocation.
/// </summary>
/// <remarks>True is 1 and false is 0. NaN stays NaN through arithmetic and is neither above, below nor equal to anything, so a condition on it is false. Neither NaN nor what is infinite is true.</remarks>
public sealed class Formula
{
    /// <summary>Longest text that is read.</summary>
    public const int MostCharacters = 1000;

    private readonly FormulaStep[] _steps;
    private readonly int _depth;

    internal Formula(string text, FormulaStep[] steps, IReadOnlyList<string> variables)
    {
        (Text, _steps, Variables) = (text, steps, variables);
        int depth = 0;
        foreach (var step in steps)
        {
            depth += 1 - step.Operands;
            _depth = Math.Max(_depth, depth);
        }
    }

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The names it uses, each once, in the order of their first use.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="known">Names that may be used.</param>
    /// <param name="fault">What is wrong and where, for people; null when all is well.</param>
    /// <returns>The formula, or null when there is a fault.</returns>
    public static Formula? Parse(string text, IReadOnlyCollection<string> known, out string? fault) => Parse(text, known, out fault, out _);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="known">Names that may be used.</param>
    /// <param name="fault">What is wrong and where, for people; null when all is well.</param>
    /// <param name="at">Place of the first character that cannot be read, from 0; -1 when all is well.</param>
    /// <returns>The formula, or null when there is a fault.</returns>
    public static Formula? Parse(string text, IReadOnlyCollection<string> known, out string? fault, out int at)
    {
        try
        {
            (fault, at) = (null, -1);
            return new FormulaParser(text, known).Parse();
        }
        catch (FormulaException wrong)
        {
            (fault, at) = (wrong.Message, wrong.At);
            return null;
        }
    }

    /// <summary>True when the value for these numbers counts as true: it is a number and not 0. What is infinite, such as 1 / 0, does not.</summary>
    /// <param name="values">One number for each of <see cref="Variables"/>.</param>
    public bool Holds(ReadOnlySpan<double> values) => FormulaWords.IsTrue(Evaluate(values));

    /// <summary>The value for these numbers.</summary>
    /// <param name="values">One number for each of <see cref="Variables"/>.</param>
    public double Evaluate(ReadOnlySpan<double> values)
    {
        Span<double> stack = stackalloc double[_depth];
        int top = 0;
        foreach (var step in _steps)
        {
            top -= step.Operands;
            stack[top] = step.Operands switch
            {
                0 => step.Variable >= 0 ? values[step.Variable] : step.Constant,
                1 => step.Unary!(stack[top]),
                _ => step.Binary!(stack[top], stack[top + 1]),
            };
            top++;
        }

        return stack[0];
    }
}
