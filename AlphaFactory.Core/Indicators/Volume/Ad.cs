using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

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

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => SlopeReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        var flows = new MoneyFlow(bars);
        var line = new GeometricScan(keep: 1);
        var result = outputs[0];
        for (int bar = 0; bar < result.Length; bar += GeometricScan.Lanes)
        {
            GeometricScan.Store(line.Next(flows.At(bar)), result[bar..]);
        }
    }
}
