using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Looks whether an expression can have a value at all, before a sweep of hours ends with nothing. <c>sharpe / 0</c> cannot.</summary>
internal static class ObjectiveProbe
{
    private const int Probes = 2000;

    // From nothing to a fortune: whatever a statistic may be, some of these come near it.
    private static readonly double[] s_sizes = [0, 0.001, 0.05, 0.3, 1, 2.5, 10, 50, 300, 2000, 1e5, 1e7];

    /// <summary>True when some figures give a finite value.</summary>
    public static bool HasValue(Formula formula)
    {
        var random = new SeededRandom(1);
        double[] values = new double[formula.Variables.Count];
        for (int probe = 0; probe < Probes; probe++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = s_sizes[(int)(random.NextDouble() * s_sizes.Length)] * (random.NextDouble() < 0.5 ? -1 : 1);
            }

            if (double.IsFinite(formula.Evaluate(values)))
            {
                return true;
            }
        }

        return false;
    }
}
