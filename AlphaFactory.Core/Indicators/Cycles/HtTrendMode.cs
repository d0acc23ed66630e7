using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Whether price is in a trend or in a cycle.</summary>
[Indicator("ht_trendmode", "Hilbert: trend or cycle", IndicatorGroup.Cycle,
    Formula = "0 for half a cycle after the sine lines cross and while the phase advances as in a cycle; 1 otherwise, and always when price is 1.5% off the trend line",
    Says = "1 says follow the trend, 0 says trade the swings.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 11")]
public sealed class HtTrendMode : Indicator<HtTrendModeParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ht_trendmode", "Trend mode", OutputUnit.Condition)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        new($"{(input.Now(0) == 1 ? "In a trend" : "In a cycle")} by this measure {ReadingText.For(Streak.Same(input[0]))}.", Lean.None);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(HtTrendModeParameters parameters) => HtCore.Columns;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtTrendModeParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> price = bars.Source(HtCore.Price), period = bars.Source(HtCore.Period), phase = bars.Source(HtCore.Phase), means = bars.Source(HtCore.Mean);
        var result = outputs[0];
        double sine = 0, lead = 0, phaseBefore = 0;
        int sinceCross = 0;
        for (int i = HilbertParameters.LongStart; i < result.Length; i++)
        {
            double sineBefore = sine, leadBefore = lead;
            sine = Math.Sin(phase[i] * HtSine.RadiansPerDegree);
            lead = Math.Sin((phase[i] + 45) * HtSine.RadiansPerDegree);
            bool crossed = (sine > lead && sineBefore <= leadBefore) || (sine < lead && sineBefore >= leadBefore);
            sinceCross = crossed ? 1 : sinceCross + 1;
            double advance = phase[i] - phaseBefore, even = 360 / period[i];
            phaseBefore = phase[i];
            bool cycles = crossed || sinceCross < 0.5 * period[i] || (period[i] != 0 && advance > 0.67 * 360 / period[i] && advance < 1.5 * 360 / period[i]);
            double line = HtTrendline.At(means, i);
            bool isFar = line != 0 && Math.Abs((price[i] - line) / line) >= 0.015;
            if (i >= parameters.WarmUpBars)
            {
                result[i] = isFar || !cycles ? 1 : 0;
            }
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HtTrendModeParameters() : HilbertParameters(63);
