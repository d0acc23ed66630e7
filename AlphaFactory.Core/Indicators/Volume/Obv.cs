using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>On-balance volume.</summary>
[Indicator("obv", "On-balance volume", IndicatorGroup.Volume, Inputs = PriceFields.Close | PriceFields.Volume,
    Formula = "starts with volume[0]; + volume when close rises, - volume when it falls, else unchanged",
    Says = "Volume of rising bars less volume of falling ones. Its slope matters, its level does not; after a gap in the data it starts anew.",
    Source = "Granville, Granville's New Key to Stock Market Profits (1963)")]
public sealed class Obv : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("obv", "OBV", OutputUnit.Shares)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => SlopeReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> close = bars.Close, volume = bars.Volume;
        var result = outputs[0];
        double balance = volume[0], before = close[0];
        result[0] = balance;
        for (int i = 1; i < result.Length; i++)
        {
            double now = close[i], traded = volume[i];
            balance += Choose.WhenGreater(now, before, traded) - Choose.WhenGreater(before, now, traded);
            before = now;
            result[i] = balance;
        }
    }
}
