using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>Chaikin oscillator: a fast less a slow average of the accumulation/distribution line.</summary>
[Indicator("adosc", "Chaikin oscillator", IndicatorGroup.Volume, Inputs = PriceFields.HighLowClose | PriceFields.Volume, Levels = [0],
    Formula = "EMA fast of A/D - EMA slow of A/D, both started with the first value of A/D",
    Says = "Momentum of the accumulation/distribution line.",
    Source = "Chaikin; Achelis, Technical Analysis from A to Z")]
public sealed class Adosc : Indicator<AdoscParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("adosc_{fast}_{slow}", "Chaikin oscillator", OutputUnit.Shares)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AdoscParameters parameters, in OutputColumns outputs)
    {
        var result = outputs[0];
        double fastTake = Ema.Weight(parameters.Fast), slowTake = Ema.Weight(parameters.Slow), fastKeep = 1 - fastTake, slowKeep = 1 - slowTake;
        Span<double> flows = stackalloc double[MoneyFlow.Block];
        double line = 0, fast = 0, slow = 0;
        for (int start = 0; start < result.Length; start += MoneyFlow.Block)
        {
            var block = result[start..Math.Min(start + MoneyFlow.Block, result.Length)];
            var adds = flows[..block.Length];
            MoneyFlow.Write(bars, start, adds);
            int i = 0;
            if (start == 0)
            {
                line = fast = slow = adds[i++];
            }

            for (; i < block.Length; i++)
            {
                // Multiplied and added apart: the line may be a hundred thousand times the oscillator, whose last digits other software rounds so.
                line += adds[i];
                fast = (fastTake * line) + (fastKeep * fast);
                slow = (slowTake * line) + (slowKeep * slow);
                block[i] = fast - slow;
            }
        }

        result[..parameters.WarmUpBars].Fill(double.NaN);
    }
}

/// <summary>Parameters of <see cref="Adosc"/>.</summary>
public sealed record AdoscParameters() : FastSlowParameters(3, 10)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Slow - 1;
}
