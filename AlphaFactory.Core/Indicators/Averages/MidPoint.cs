using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Middle between the highest and the lowest close of a window.</summary>
[Indicator("midpoint", "Mid point", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "(highest close + lowest close) / 2",
    Says = "The middle of the range in which price has closed.",
    Source = "TA-Lib, MIDPOINT")]
public sealed class MidPoint : Indicator<MidPointParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("midpoint_{period}", "Mid point", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, int period, Span<double> result)
    {
        Span<double> lowest = stackalloc double[RollingExtreme.BlockLength];
        for (int from = period - 1; from < high.Length; from += RollingExtreme.BlockLength)
        {
            var block = result.Slice(from, Math.Min(RollingExtreme.BlockLength, high.Length - from));
            RollingExtreme.MaximumBlock(high, period, from, block);
            RollingExtreme.MinimumBlock(low, period, from, lowest[..block.Length]);
            for (int i = 0; i < block.Length; i++)
            {
                block[i] = (block[i] + lowest[i]) / 2;
            }
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MidPointParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="MidPoint"/>.</summary>
public sealed record MidPointParameters() : PeriodParameters(14);
