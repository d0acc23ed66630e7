using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Phase of the dominant cycle.</summary>
[Indicator("ht_dcphase", "Hilbert: dominant cycle phase", IndicatorGroup.Cycle,
    Formula = "atan of the Fourier sums of the smoothed price over one cycle, corrected for lag; -45 to 315 degrees",
    Says = "Where in its cycle price stands. It advances evenly in a cycle and stands nearly still in a trend.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 9")]
public sealed class HtDcPhase : Indicator<HtDcPhaseParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ht_dcphase", "Cycle phase", OutputUnit.Degrees)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(HtDcPhaseParameters parameters) => HtCore.Columns;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtDcPhaseParameters parameters, in OutputColumns outputs) =>
        bars.Source(HtCore.Phase)[parameters.WarmUpBars..].CopyTo(outputs[0][parameters.WarmUpBars..]);
}

/// <summary>Nothing to set.</summary>
public sealed record HtDcPhaseParameters() : HilbertParameters(63);
