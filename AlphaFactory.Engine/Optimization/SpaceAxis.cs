using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>An axis that was checked: what it sets, and the code of each of its values.</summary>
internal sealed record SpaceAxis(string Name, IReadOnlyList<string> Values, double[] Codes, ParameterDefinition? Definition, RunSpecField? Field)
{
    /// <summary>Place among the numbers a condition may speak of.</summary>
    public int Place { get; set; }
}
