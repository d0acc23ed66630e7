using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>Accumulation/distribution line.</summary>
[Indicator("ad", "Accumulation/distribution", IndicatorGroup.Volume, Inputs = PriceFields.HighLowClose | PriceFields.Volume,
    Formula = "sum of volume x ((close - low) - (high - close)) / (high - low); nothing is added when high is low",
    Says = "Volume weighed by where the bar closed in its range. Its slope matters; after a gap in the data it starts anew.",
    Source = "Chaikin; Achelis, Technical Analysis from A to Z")]
public sealed class Ad : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ad", "A/D", OutputUnit.Shares)];

    /// <summary>What one bar adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Flow(double high, double low, double close, double volume)
    {
        double range = high - low;
        return range > 0 ? (close - low - (high - close)) / range * volume : 0;
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => SlopeReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        var result = outputs[0];
        ReadOnlySpan<double> high = bars.High[..result.Length], low = bars.Low[..result.Length], close = bars.Close[..result.Length], volume = bars.Volume[..result.Length];
        double line = 0;
        for (int i = 0; i < result.Length; i++)
        {
            line += Flow(high[i], low[i], close[i], volume[i]);
            result[i] = line;
        }
    }
}
