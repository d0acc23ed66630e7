using System.ComponentModel.DataAnnotations;
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
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sar_{step}_{limit}", "Parabolic SAR", OutputUnit.Price)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SarParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low;
        double limit = parameters.Limit, step = Math.Min(parameters.Step, limit), acceleration = step;
        double up = high[1] - high[0], down = low[0] - low[1];
        bool isLong = !(down > 0 && down > up);
        double extreme = isLong ? high[1] : low[1], sar = isLong ? low[0] : high[0];
        // At bar 1 the bar before is bar 1 itself.
        double highNow = high[1], lowNow = low[1];
        var result = outputs[0];
        for (int i = 1; i < result.Length; i++)
        {
            double highBefore = highNow, lowBefore = lowNow;
            (highNow, lowNow) = (high[i], low[i]);
            bool turns = isLong ? lowNow <= sar : highNow >= sar;
            if (turns)
            {
                isLong = !isLong;
                sar = Limited(extreme, isLong, highBefore, lowBefore, highNow, lowNow);
                result[i] = sar;
                acceleration = step;
                extreme = isLong ? highNow : lowNow;
            }
            else
            {
                result[i] = sar;
                if (isLong ? highNow > extreme : lowNow < extreme)
                {
                    extreme = isLong ? highNow : lowNow;
                    acceleration = double.MinNative(acceleration + step, limit);
                }
            }

            sar = Limited(sar + (acceleration * (extreme - sar)), isLong, highBefore, lowBefore, highNow, lowNow);
        }
    }

    // A stop never stands inside the range of this bar or the one before.
    private static double Limited(double sar, bool isLong, double highBefore, double lowBefore, double high, double low) =>
        isLong ? double.MinNative(sar, double.MinNative(lowBefore, low)) : double.MaxNative(sar, double.MaxNative(highBefore, high));
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
