using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Slow stochastic.</summary>
[Indicator("stoch", "Stochastic", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [20, 80], Usual = ["stoch_k_14_3_3", "stoch_k_5_3_3"],
    Formula = "K = SMA of 100 (close - LL) / (HH - LL), 0 when HH is LL; D = SMA(K)",
    Says = "Where the close stands in the range of n bars, smoothed. K crossing D from below under 20 is the classic buy.",
    Source = "Lane, Lane's Stochastics, Stocks and Commodities 2 (1984)")]
public sealed class Stoch : Indicator<StochParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("stoch_k_{period}_{slowing}_{smoothing}", "Slow %K", OutputUnit.Points),
        new("stoch_d_{period}_{slowing}_{smoothing}", "Slow %D", OutputUnit.Points),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, StochParameters parameters, in OutputColumns outputs)
    {
        int first = parameters.Period - 1, slow = first + parameters.Slowing - 1;
        FastStochastic.Write(bars.High, bars.Low, bars.Close, parameters.Period, outputs[1]);
        Rolling.Mean(outputs[1][first..], parameters.Slowing, outputs[0][first..]);
        Rolling.Mean(outputs[0][slow..], parameters.Smoothing, outputs[1][slow..]);
        outputs[0][slow..parameters.WarmUpBars].Fill(double.NaN);
        outputs[1][first..parameters.WarmUpBars].Fill(double.NaN);
    }
}

/// <summary>Parameters of <see cref="Stoch"/>.</summary>
public sealed record StochParameters() : PeriodParameters(14)
{
    /// <summary>Bars in the average that makes K slow.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(1, 5, 1), Display(Name = "Slowing", Description = "Bars in the average that makes slow %K of fast %K.")]
    public int Slowing { get; init; } = 3;

    /// <summary>Bars in the average of K.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(2, 6, 1), Display(Name = "Smoothing", Description = "Bars in the average of %K.")]
    public int Smoothing { get; init; } = 3;

    /// <inheritdoc/>
    public override int WarmUpBars => Period + Slowing + Smoothing - 3;
}
