using System.Runtime.Intrinsics;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

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
        var flows = new MoneyFlow(bars);
        double fastKeep = 1 - Ema.Weight(parameters.Fast), slowKeep = 1 - Ema.Weight(parameters.Slow);
        GeometricScan fast = new(fastKeep), slow = new(slowKeep);
        for (int bar = 0; bar < result.Length; bar += GeometricScan.Lanes)
        {
            // How far an average lags behind the line is lag[t] = keep (lag[t-1] + flow[t]), nothing at first, since both start with the line itself. The
            // line, which may be a hundred thousand times the oscillator, need not appear, and no digit is lost to it.
            var flow = bar == 0 ? flows.At(0).WithElement(0, 0) : flows.At(bar);
            GeometricScan.Store((slow.Next(flow) * slowKeep) - (fast.Next(flow) * fastKeep), result[bar..]);
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
