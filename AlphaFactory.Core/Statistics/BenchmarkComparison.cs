using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>What the statistics against a benchmark share.</summary>
/// <param name="MeanReturn">Mean daily return of the run.</param>
/// <param name="MeanBenchmark">Mean daily return of the benchmark.</param>
/// <param name="Beta">Slope of the run on the benchmark.</param>
/// <param name="Correlation">Correlation of the two; NaN when the run does not vary.</param>
/// <param name="Difference">Moments of the daily difference.</param>
internal sealed record BenchmarkComparison(double MeanReturn, double MeanBenchmark, double Beta, double Correlation, Moments Difference)
{
    public const string Missing = "there is no benchmark, or it does not vary";

    public static BenchmarkComparison? Of(Performance run)
    {
        double[] benchmark = run.BenchmarkReturns;
        var moments = Moments.Of(benchmark);
        if (benchmark.Length != run.Days || moments.IsConstant)
        {
            return null;
        }

        double mean = run.Moments.Mean, together = 0;
        double[] difference = new double[run.Days];
        for (int i = 0; i < run.Days; i++)
        {
            together += (run.Returns[i] - mean) * (benchmark[i] - moments.Mean);
            difference[i] = run.Returns[i] - benchmark[i];
        }

        return new BenchmarkComparison(mean, moments.Mean, together / (moments.SecondCentral * run.Days),
            together / (Math.Sqrt(moments.SecondCentral * run.Moments.SecondCentral) * run.Days), Moments.Of(difference));
    }
}
