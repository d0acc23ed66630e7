using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Realised volatility from the four prices of the bars.</summary>
[Indicator("garman_klass", "Garman-Klass volatility", IndicatorGroup.Volatility, Inputs = PriceFields.Prices,
    Formula = "sqrt(mean of ½ ln(high / low)² - (2 ln 2 - 1) ln(close / open)² x bars a year); a bar without positive prices counts as no move",
    Says = "Volatility from open, high, low and close: sharper still than Parkinson's, blind to overnight gaps.",
    Source = "Garman and Klass, On the Estimation of Security Price Volatilities from Historical Data, Journal of Business 53 (1980)")]
public sealed class GarmanKlass : Indicator<GarmanKlassParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("garman_klass_{period}[_{bars_per_year}]", "Garman-Klass volatility", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(GarmanKlassParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, GarmanKlassParameters parameters, in OutputColumns outputs)
    {
        var result = outputs[0];
        var terms = outputs.Scratch[..result.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            double range = LogRatio.Of(bars.High[i], bars.Low[i]), body = LogRatio.Of(bars.Close[i], bars.Open[i]);
            terms[i] = (0.5 * range * range) - (((2 * Math.Log(2)) - 1) * body * body);
        }

        Rolling.Sum(terms, parameters.Period, (double)parameters.BarsPerYear / parameters.Period, result);
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = Math.Sqrt(Math.Max(result[i], 0));
        }
    }
}

/// <summary>Parameters of <see cref="GarmanKlass"/>.</summary>
public sealed record GarmanKlassParameters : RealizedParameters;
