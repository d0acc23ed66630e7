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

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => SlopeReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        double line = 0;
        for (int start = 0; start < bars.Count; start += MoneyFlow.Block)
        {
            var block = outputs[0][start..Math.Min(start + MoneyFlow.Block, bars.Count)];
            MoneyFlow.Write(bars, start, block);
            for (int i = 0; i < block.Length; i++)
            {
                line += block[i];
                block[i] = line;
            }
        }
    }
}
