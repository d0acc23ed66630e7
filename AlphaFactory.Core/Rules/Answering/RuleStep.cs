namespace AlphaFactory.Core.Rules.Answering;

/// <summary>One piece of the work of answering conditions. It reads columns of bits that steps before it wrote, and writes two of its own.</summary>
/// <param name="places">Places of the parameters its answer depends on: with the same values of these it is the same on the same bars.</param>
internal abstract class RuleStep(IEnumerable<int> places)
{
    /// <summary>Places of the parameters its answer depends on.</summary>
    public int[] Places { get; } = [.. places.Distinct().Order()];

    /// <summary>Bars before it has an answer.</summary>
    /// <param name="values">Values of the parameters.</param>
    /// <param name="before">Those of the steps before.</param>
    public abstract int WarmUpBars(ReadOnlySpan<double> values, ReadOnlySpan<int> before);

    /// <summary>Writes the two columns.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="bits">The columns of the steps before.</param>
    /// <param name="first">The first column; what is in it goes.</param>
    /// <param name="second">The second column.</param>
    public abstract void Run(in RuleInput input, RuleBits bits, Span<ulong> first, Span<ulong> second);
}

/// <summary>The two columns in which a condition is answered: bars on which it holds, and bars on which it is known not to. Neither is set where a value is missing.</summary>
/// <param name="Yes">Number of the first.</param>
/// <param name="No">Number of the second.</param>
internal readonly record struct AnswerAt(int Yes, int No)
{
    /// <summary>The step that writes them.</summary>
    public int Step => (Yes - 1) / 2;

    /// <summary>The answer of a step.</summary>
    public static AnswerAt Of(int step) => new((2 * step) + 1, (2 * step) + 2);
}
