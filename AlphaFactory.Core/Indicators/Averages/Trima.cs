using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Triangular moving average: a simple average of a simple average.</summary>
[Indicator("trima", "Triangular moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay, Usual = ["trima_20", "trima_21"],
    Formula = "SMA of SMA over (n + 1) / 2 bars each; for even n over n / 2 and n / 2 + 1",
    Says = "A very smooth average that weighs the middle of its window most.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class Trima : Indicator<TrimaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("trima_{period}", "TRIMA", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result, Span<double> scratch)
    {
        int inner = (period + 1) / 2, outer = period + 1 - inner;
        scratch = scratch[..values.Length];
        Rolling.Mean(values, inner, scratch);
        Rolling.Mean(scratch[(inner - 1)..], outer, result[(inner - 1)..]);
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(TrimaParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, TrimaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0], outputs.Scratch);
}

/// <summary>Parameters of <see cref="Trima"/>.</summary>
public sealed record TrimaParameters() : PeriodParameters(20);
