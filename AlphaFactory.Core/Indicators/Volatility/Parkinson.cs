using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Realised volatility from the ranges of the bars.</summary>
[Indicator("parkinson", "Parkinson volatility", IndicatorGroup.Volatility, Inputs = PriceFields.HighLow,
    Formula = "sqrt(mean of ln(high / low)² / (4 ln 2) x bars a year); a bar without positive prices counts as no range",
    Says = "Volatility from highs and lows: about five times as sharp as from closes, blind to overnight gaps.",
    Source = "Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return, Journal of Business 53 (1980)")]
public sealed class Parkinson : Indicator<ParkinsonParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("parkinson_{period}[_{bars_per_year}]", "Parkinson volatility", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(ParkinsonParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ParkinsonParameters parameters, in OutputColumns outputs)
    {
        var result = outputs[0];
        var squares = outputs.Scratch[..result.Length];
        for (int i = 0; i < squares.Length; i++)
        {
            double range = LogRatio.Of(bars.High[i], bars.Low[i]);
            squares[i] = range * range;
        }

        Rolling.Sum(squares, parameters.Period, parameters.BarsPerYear / (parameters.Period * 4 * Math.Log(2)), result);
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = Math.Sqrt(Math.Max(result[i], 0));
        }
    }
}

/// <summary>Parameters of <see cref="Parkinson"/>.</summary>
public sealed record ParkinsonParameters : RealizedParameters;
