using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Ultimate oscillator: buying pressure over three lengths.</summary>
[Indicator("ultosc", "Ultimate oscillator", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [30, 70],
    Formula = "100 (4 a1/b1 + 2 a2/b2 + a3/b3) / 7, a = sum of close - true low, b = sum of true range, shortest length first",
    Says = "Share of the true range won by buyers over a short, a middle and a long window at once.",
    Source = "Williams, The Ultimate Oscillator, Stocks and Commodities 3 (1985)")]
public sealed class Ultosc : Indicator<UltoscParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ultosc_{first}_{second}_{third}", "Ultimate oscillator", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(UltoscParameters parameters, int bars) => 2 * bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, UltoscParameters parameters, in OutputColumns outputs)
    {
        Span<int> lengths = [parameters.First, parameters.Second, parameters.Third];
        lengths.Sort();
        int count = bars.Count;
        Span<double> pressure = outputs.Scratch[..count], range = outputs.Scratch.Slice(count, count);
        WriteParts(bars, pressure, range);
        Span<double> a = stackalloc double[3], b = stackalloc double[3];
        for (int k = 0; k < 3; k++)
        {
            for (int i = lengths[2] - lengths[k] + 1; i < lengths[2]; i++)
            {
                a[k] += pressure[i];
                b[k] += range[i];
            }
        }

        var result = outputs[0];
        for (int i = lengths[2]; i < count; i++)
        {
            double total = 0, weight = 4;
            for (int k = 0; k < 3; k++, weight /= 2)
            {
                a[k] += pressure[i];
                b[k] += range[i];
                total += b[k] < Zero ? 0 : weight * (a[k] / b[k]);
                int oldest = i - lengths[k] + 1;
                a[k] -= pressure[oldest];
                b[k] -= range[oldest];
            }

            result[i] = 100 * (total / 7);
        }
    }

    private static void WriteParts(in BarColumns bars, Span<double> pressure, Span<double> range)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low, close = bars.Close;
        for (int i = 1; i < close.Length; i++)
        {
            double before = close[i - 1];
            pressure[i] = close[i] - Math.Min(low[i], before);
            range[i] = Math.Max(high[i] - low[i], Math.Max(Math.Abs(before - high[i]), Math.Abs(before - low[i])));
        }
    }
}

/// <summary>Parameters of <see cref="Ultosc"/>; their order does not matter.</summary>
public sealed record UltoscParameters : IndicatorParameters
{
    /// <summary>First length.</summary>
    [Range(1, 1000), Unit("bars"), Display(Name = "First", Description = "Bars in the first window.")]
    public int First { get; init; } = 7;

    /// <summary>Second length.</summary>
    [Range(1, 1000), Unit("bars"), Display(Name = "Second", Description = "Bars in the second window.")]
    public int Second { get; init; } = 14;

    /// <summary>Third length.</summary>
    [Range(1, 1000), Unit("bars"), Display(Name = "Third", Description = "Bars in the third window.")]
    public int Third { get; init; } = 28;

    /// <inheritdoc/>
    public override int WarmUpBars => Math.Max(First, Math.Max(Second, Third));
}
