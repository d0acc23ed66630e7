using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;

namespace AlphaFactory.Benchmarks.Risk;

/// <summary>How much the Sharpe ratio of one run lies above that of another on the same days, with a 95 % interval: both are drawn with the same days.</summary>
internal static class PairedSharpe
{
    private const int Draws = 2_000;
    private const double MeanBlock = 20;

    public static (double Difference, double Low, double High) Of(Performance run, Performance other)
    {
        double[] one = run.Returns, two = other.Returns;
        int[] days = new int[one.Length];
        double[] drawn = new double[Draws], left = new double[days.Length], right = new double[days.Length];
        var random = new SeededRandom(1);
        for (int draw = 0; draw < Draws; draw++)
        {
            StationaryBootstrap.Draw(days.Length, MeanBlock, random, days);
            for (int i = 0; i < days.Length; i++)
            {
                (left[i], right[i]) = (one[days[i]], two[days[i]]);
            }

            drawn[draw] = Sharpe(left) - Sharpe(right);
        }

        Array.Sort(drawn);
        return (Sharpe(one) - Sharpe(two), drawn[(int)(0.025 * Draws)], drawn[(int)(0.975 * Draws)]);
    }

    private static double Sharpe(double[] returns)
    {
        var moments = Moments.Of(returns);
        return moments.IsConstant ? 0 : moments.Mean / moments.SampleDeviation * Math.Sqrt(Performance.TradingDaysPerYear);
    }
}
