using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>MESA adaptive moving average.</summary>
[Indicator("mama", "MESA adaptive moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "mama += a (close - mama), fama += a/2 (mama - fama), a = fast limit / fall of the phase in degrees, not below the slow limit",
    Says = "An average that speeds up when the cycle's phase stands still, as in a trend. MAMA crossing FAMA marks the turn.",
    Source = "Ehlers, MESA Adaptive Moving Averages, Stocks and Commodities 19 (2001)")]
public sealed class Mama : Indicator<MamaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("mama_{fast_limit}_{slow_limit}", "MAMA", OutputUnit.Price),
        new("fama_{fast_limit}_{slow_limit}", "FAMA", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MamaParameters parameters, in OutputColumns outputs)
    {
        var close = bars.Close;
        Span<double> adaptive = outputs[0], following = outputs[1];
        var smoother = new PriceSmoother(close);
        var cycle = new HilbertCycle();
        double mama = 0, fama = 0, angleBefore = 0;
        for (int i = 3; i < close.Length; i++)
        {
            double smooth = smoother.Next(i);
            if (i < HilbertParameters.ShortStart)
            {
                continue;
            }

            cycle.Next(smooth, i);
            double angle = cycle.Angle, fall = angleBefore - angle;
            angleBefore = angle;
            double weight = fall > 1 ? Math.Max(parameters.FastLimit / fall, parameters.SlowLimit) : parameters.FastLimit;
            mama = (weight * close[i]) + ((1 - weight) * mama);
            weight *= 0.5;
            fama = (weight * mama) + ((1 - weight) * fama);
            if (i >= parameters.WarmUpBars)
            {
                (adaptive[i], following[i]) = (mama, fama);
            }
        }
    }
}

/// <summary>Parameters of <see cref="Mama"/>.</summary>
public sealed record MamaParameters() : HilbertParameters(32)
{
    /// <summary>Largest weight of a new close.</summary>
    [Range(0.01, 0.99), Display(Name = "Fast limit", Description = "Largest weight of a new close.")]
    public double FastLimit { get; init; } = 0.5;

    /// <summary>Smallest weight of a new close.</summary>
    [Range(0.01, 0.99), Display(Name = "Slow limit", Description = "Smallest weight of a new close.")]
    public double SlowLimit { get; init; } = 0.05;
}
