using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Length of the dominant cycle.</summary>
[Indicator("ht_dcperiod", "Hilbert: dominant cycle period", IndicatorGroup.Cycle,
    Formula = "smoothed period of the homodyne discriminator, 6 to 50 bars",
    Says = "How many bars the strongest cycle takes, if there is one.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 7")]
public sealed class HtDcPeriod : Indicator<HtDcPeriodParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ht_dcperiod", "Dominant cycle", OutputUnit.Bars)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtDcPeriodParameters parameters, in OutputColumns outputs)
    {
        var smoother = new PriceSmoother(bars.Close);
        var cycle = new HilbertCycle();
        var result = outputs[0];
        for (int i = 3; i < result.Length; i++)
        {
            double smooth = smoother.Next(i);
            if (i < HilbertParameters.ShortStart)
            {
                continue;
            }

            cycle.Next(smooth, i);
            if (i >= parameters.WarmUpBars)
            {
                result[i] = cycle.SmoothPeriod;
            }
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HtDcPeriodParameters() : HilbertParameters(32);
