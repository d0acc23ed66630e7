using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>What a strategy decides on given bars, as the checks compare it.</summary>
/// <param name="Targets">One target a bar.</param>
/// <param name="Strengths">One strength a bar; null when the strategy has none.</param>
internal readonly record struct Decisions(double[] Targets, double[]? Strengths)
{
    public static Decisions Of(IStrategy strategy, StrategyParameters parameters, BarSeries bars)
    {
        double[] targets = new double[bars.Count];
        strategy.Decide(bars, parameters, targets);
        if (strategy is not IStrengthStrategy rated)
        {
            return new Decisions(targets, null);
        }

        double[] strengths = new double[bars.Count];
        rated.Rate(bars, parameters, strengths);
        return new Decisions(targets, strengths);
    }

    /// <summary>First bar before <paramref name="cut"/> decided with other bits, or null; one NaN is like another.</summary>
    public int? FirstDifference(Decisions other, int cut)
    {
        int? target = FirstDifference(Targets.AsSpan(0, cut), other.Targets);
        int? strength = Strengths is null ? null : FirstDifference(Strengths.AsSpan(0, cut), other.Strengths);
        return target is null ? strength : strength is null ? target : Math.Min(target.Value, strength.Value);
    }

    private static int? FirstDifference(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(one[i]) != BitConverter.DoubleToInt64Bits(other[i]) && !(double.IsNaN(one[i]) && double.IsNaN(other[i])))
            {
                return i;
            }
        }

        return null;
    }
}
