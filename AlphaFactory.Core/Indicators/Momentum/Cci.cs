using System.Numerics;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Commodity channel index.</summary>
[Indicator("cci", "Commodity channel index", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [-100, 100],
    Formula = "(tp - mean) / (0.015 x mean absolute deviation), tp = (high + low + close) / 3; 0 when either is 0",
    Says = "How far the typical price is from its mean, in units of its usual distance. Beyond 100 either way is unusual.",
    Source = "Lambert, Commodity Channel Index, Commodities Magazine (October 1980)")]
public sealed class Cci : Indicator<CciParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cci_{period}", "CCI", OutputUnit.Points)];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(CciParameters parameters) => ["typprice"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, CciParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var typical = bars.Source(0);
        var result = outputs[0];
        for (int i = n - 1; i < result.Length; i++)
        {
            var window = typical.Slice(i - n + 1, n);
            double last = window[^1];
            // Distances from the last price: exact zeros while price stands still, and no digits lost to its level.
            double mean = SumOfDistances(window, last) / n;
            double spread = SumOfAbsoluteDistances(window, last + mean) / n;
            result[i] = mean == 0 || spread == 0 ? 0 : -mean / (0.015 * spread);
        }
    }

    private static double SumOfDistances(ReadOnlySpan<double> window, double origin)
    {
        var from = new Vector<double>(origin);
        var sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= window.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(window[i..]) - from;
        }

        double sum = Vector.Sum(sums);
        for (; i < window.Length; i++)
        {
            sum += window[i] - origin;
        }

        return sum;
    }

    private static double SumOfAbsoluteDistances(ReadOnlySpan<double> window, double origin)
    {
        var from = new Vector<double>(origin);
        var sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= window.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += Vector.Abs(new Vector<double>(window[i..]) - from);
        }

        double sum = Vector.Sum(sums);
        for (; i < window.Length; i++)
        {
            sum += Math.Abs(window[i] - origin);
        }

        return sum;
    }
}

/// <summary>Parameters of <see cref="Cci"/>.</summary>
public sealed record CciParameters() : PeriodParameters(20);
