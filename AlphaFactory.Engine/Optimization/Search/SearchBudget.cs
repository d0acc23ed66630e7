using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>How many sets a search may try.</summary>
internal static class SearchBudget
{
    /// <summary>The budget asked for, or the usual one.</summary>
    /// <param name="budget">What was asked for; null is the usual one.</param>
    /// <param name="usual">The method's default.</param>
    /// <param name="most">Most it can do: what it has drawn stays in memory.</param>
    /// <param name="method">Id of the method.</param>
    /// <exception cref="RunSpecException">It is out of range.</exception>
    public static int Of(int? budget, int usual, int most, string method) => budget switch
    {
        null => usual,
        >= 1 and var asked when asked <= most => asked,
        _ => throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"budget is {budget:N0} but must be 1 to {most:N0} for the method {method}. Take fewer, or the method grid, which keeps no list.")]),
    };
}
