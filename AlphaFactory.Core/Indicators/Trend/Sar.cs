using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Wilder's parabolic stop and reverse.</summary>
[Indicator("sar", "Parabolic SAR", IndicatorGroup.Trend, Inputs = PriceFields.HighLow, Place = ChartPlace.Overlay,
    Formula = "sar += af (extreme - sar); af grows by the step at each new extreme up to the limit; turns when price touches it",
    Says = "A stop that follows the trend and speeds up. Below price the trend is up; it turns over when touched.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class Sar : Indicator<SarParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sar_{step}_{limit}", "Parabolic SAR", OutputUnit.Price) { IsDotted = true }];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => StopReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SarParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low;
        double limit = parameters.Limit, step = Math.Min(parameters.Step, limit), acceleration = step;
        double up = high[1] - high[0], down = low[0] - low[1];
        // A falling trend is a rising one upside down: the sign turns prices over, and one rule serves both. Negation is exact.
        double sign = down > 0 && down > up ? -1 : 1;
        double top = Top(high[1], low[1], sign), bottom = Bottom(high[1], low[1], sign);
        double extreme = top, sar = Bottom(high[0], low[0], sign);
        var result = outputs[0];
        for (int i = 1; i < result.Length; i++)
        {
            double bottomBefore = bottom, topBefore = top;
            top = Top(high[i], low[i], sign);
            bottom = Bottom(high[i], low[i], sign);
            if (bottom <= sar)
            {
                sign = -sign;
                (top, bottom, bottomBefore) = (-bottom, -top, -topBefore);
                sar = Limited(-extreme, bottomBefore, bottom);
                result[i] = sign * sar;
                (acceleration, extreme) = (step, top);
            }
            else
            {
                result[i] = sign * sar;
                acceleration = double.MinNative(acceleration + Choose.WhenGreater(top, extreme, step), limit);
                extreme = double.MaxNative(extreme, top);
            }

            sar = Limited(sar + (acceleration * (extreme - sar)), bottomBefore, bottom);
        }
    }

    private static double Top(double high, double low, double sign) => double.MaxNative(sign * high, sign * low);

    private static double Bottom(double high, double low, double sign) => double.MinNative(sign * high, sign * low);

    // A stop never stands inside the range of this bar or the one before.
    private static double Limited(double sar, double bottomBefore, double bottom) => double.MinNative(sar, double.MinNative(bottomBefore, bottom));
}

/// <summary>Parameters of <see cref="Sar"/>.</summary>
public sealed record SarParameters : IndicatorParameters
{
    /// <summary>First acceleration and its growth at each new extreme.</summary>
    [Range(0.001, 1), Sweep(0.01, 0.05, 0.01), Display(Name = "Step", Description = "First acceleration and its growth at each new extreme.")]
    public double Step { get; init; } = 0.02;

    /// <summary>Largest acceleration.</summary>
    [Range(0.001, 1), Sweep(0.1, 0.4, 0.05), Display(Name = "Limit", Description = "Largest acceleration.")]
    public double Limit { get; init; } = 0.2;

    /// <inheritdoc/>
    public override int WarmUpBars => 1;
}
