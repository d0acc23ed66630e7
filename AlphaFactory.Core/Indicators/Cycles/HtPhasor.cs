using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>The two parts of the dominant cycle.</summary>
[Indicator("ht_phasor", "Hilbert: phasor", IndicatorGroup.Cycle, Levels = [0],
    Formula = "in-phase = detrended price three bars ago; quadrature = its Hilbert transform",
    Says = "The cycle and the same cycle a quarter ahead; on a clean cycle they draw a circle.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 6")]
public sealed class HtPhasor : Indicator<HtPhasorParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("ht_phasor_inphase", "In-phase", OutputUnit.Price),
        new("ht_phasor_quadrature", "Quadrature", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtPhasorParameters parameters, in OutputColumns outputs)
    {
        var smoother = new PriceSmoother(bars.Close);
        var cycle = new HilbertCycle();
        Span<double> inPhase = outputs[0], quadrature = outputs[1];
        for (int i = 3; i < inPhase.Length; i++)
        {
            double smooth = smoother.Next(i);
            if (i < HilbertParameters.ShortStart)
            {
                continue;
            }

            cycle.Next(smooth, i);
            if (i >= parameters.WarmUpBars)
            {
                (inPhase[i], quadrature[i]) = (cycle.InPhase, cycle.Quadrature);
            }
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HtPhasorParameters() : HilbertParameters(32);
