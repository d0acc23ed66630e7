using System.Numerics;
using System.Runtime.InteropServices;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Commodity channel index.</summary>
[Indicator("cci", "Commodity channel index", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [-100, 100], Usual = ["cci_14", "cci_20"],
    Formula = "(tp - mean) / (0.015 x mean absolute deviation), tp = (high + low + close) / 3; 0 when either is 0",
    Says = "How far the typical price is from its mean, in units of its usual distance. Beyond 100 either way is unusual.",
    Source = "Lambert, Commodity Channel Index, Commodities Magazine (October 1980)")]
public sealed class Cci : Indicator<CciParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cci_{period}", "CCI", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(CciParameters parameters) => ["typprice"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, CciParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var typical = bars.Source(0);
        var result = outputs[0];
        int i = n - 1;
        for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Lanes(typical[(i - n + 1)..], n).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            var window = typical.Slice(i - n + 1, n);
            double last = window[^1], sum = 0, distances = 0;
            foreach (double price in window)
            {
                sum += price - last;
            }

            double mean = sum / n;
            foreach (double price in window)
            {
                distances += Math.Abs(price - (last + mean));
            }

            double spread = distances / n;
            result[i] = mean == 0 || spread == 0 ? 0 : -mean / (0.015 * spread);
        }
    }

    // One lane a bar: lane k holds the window that ends k bars after the first one. Distances are taken from the last price of each window:
    // exact zeros while price stands still, and no digits lost to its level. The single loop above does the same operations in the same order.
    private static Vector<double> Lanes(ReadOnlySpan<double> typical, int n)
    {
        ref double prices = ref MemoryMarshal.GetReference(typical[..(n - 1 + Vector<double>.Count)]);
        var last = Vector.LoadUnsafe(ref prices, (nuint)(n - 1));
        var sums = Vector<double>.Zero;
        for (nuint k = 0; k < (nuint)n; k++)
        {
            sums += Vector.LoadUnsafe(ref prices, k) - last;
        }

        var means = sums / n;
        var origin = last + means;
        var distances = Vector<double>.Zero;
        for (nuint k = 0; k < (nuint)n; k++)
        {
            distances += Vector.Abs(Vector.LoadUnsafe(ref prices, k) - origin);
        }

        var spreads = distances / n;
        var empty = Vector.Equals(means, Vector<double>.Zero) | Vector.Equals(spreads, Vector<double>.Zero);
        return Vector.AndNot(-means / (spreads * 0.015), empty.As<long, double>());
    }
}

/// <summary>Parameters of <see cref="Cci"/>.</summary>
public sealed record CciParameters() : PeriodParameters(20);
