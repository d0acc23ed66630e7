using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Sine wave of the dominant cycle.</summary>
[Indicator("ht_sine", "Hilbert: sine wave", IndicatorGroup.Cycle, Levels = [0],
    Formula = "sin(phase) and sin(phase + 45 degrees)",
    Says = "In a cycle the lead crosses the sine just before the turn; in a trend the two run side by side.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 9")]
public sealed class HtSine : Indicator<HtSineParameters>
{
    internal const double RadiansPerDegree = 1 / (180 / Math.PI);

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("ht_sine", "Sine", OutputUnit.Ratio),
        new("ht_leadsine", "Lead sine", OutputUnit.Ratio),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        new($"{CrossingReading.Of(input, first: 0, second: 1).Words} A crossing says something in a cycle only.", Lean.None);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(HtSineParameters parameters) => HtCore.Columns;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtSineParameters parameters, in OutputColumns outputs)
    {
        var phase = bars.Source(HtCore.Phase);
        Span<double> sine = outputs[0], lead = outputs[1];
        for (int i = parameters.WarmUpBars; i < sine.Length; i++)
        {
            sine[i] = Math.Sin(phase[i] * RadiansPerDegree);
            lead[i] = Math.Sin((phase[i] + 45) * RadiansPerDegree);
        }
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HtSineParameters() : HilbertParameters(63);
