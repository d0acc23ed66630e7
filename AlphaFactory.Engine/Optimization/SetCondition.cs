using AlphaFactory.Core.Formulas;

namespace AlphaFactory.Engine.Optimization;

/// <summary>The condition of a sweep, tied to the numbers of a set.</summary>
internal sealed class SetCondition(Formula formula, string[] names)
{
    private readonly int[] _places = [.. formula.Variables.Select(name => Array.IndexOf(names, name))];

    /// <summary>True when the set is wanted.</summary>
    /// <param name="numbers">Codes of all parameters and run axes.</param>
    public bool Holds(ReadOnlySpan<double> numbers)
    {
        Span<double> values = stackalloc double[_places.Length];
        for (int i = 0; i < _places.Length; i++)
        {
            values[i] = numbers[_places[i]];
        }

        return formula.Holds(values);
    }
}
