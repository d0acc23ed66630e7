using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Fast stochastic.</summary>
[Indicator("stochf", "Stochastic, fast", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [20, 80], Usual = ["stochf_k_14_3", "stochf_k_5_3"],
    Formula = "K = 100 (close - LL) / (HH - LL), 0 when HH is LL; D = SMA(K)",
    Says = "Where the close stands in the range of n bars: 100 at the top, 0 at the bottom. D is its average.",
    Source = "Lane, Lane's Stochastics, Stocks and Commodities 2 (1984)")]
public sealed class Stochf : Indicator<StochfParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("stochf_k_{period}_{smoothing}", "Fast %K", OutputUnit.Points),
        new("stochf_d_{period}_{smoothing}", "Fast %D", OutputUnit.Points),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, StochfParameters parameters, in OutputColumns outputs)
    {
        int first = parameters.Period - 1;
        FastStochastic.Write(bars.High, bars.Low, bars.Close, parameters.Period, outputs[0]);
        Rolling.Mean(outputs[0][first..], parameters.Smoothing, outputs[1][first..]);
        outputs[0][first..parameters.WarmUpBars].Fill(double.NaN);
    }
}

/// <summary>Parameters of <see cref="Stochf"/>.</summary>
public sealed record StochfParameters() : PeriodParameters(5)
{
    /// <summary>Bars in the average of K.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(2, 6, 1), Display(Name = "Smoothing", Description = "Bars in the average of %K.")]
    public int Smoothing { get; init; } = 3;

    /// <inheritdoc/>
    public override int WarmUpBars => Period + Smoothing - 2;
}
