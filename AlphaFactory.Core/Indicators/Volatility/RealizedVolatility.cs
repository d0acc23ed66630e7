using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Realised volatility from close to close.</summary>
[Indicator("rv", "Realised volatility", IndicatorGroup.Volatility,
    Formula = "sample deviation of n log returns x sqrt(bars a year); no value where price is not positive",
    Says = "The volatility of the last n returns, a year, as a fraction: 0.2 is 20%.",
    Source = "Hull, Options, Futures and Other Derivatives, chapter on volatility")]
public sealed class RealizedVolatility : Indicator<RealizedVolatilityParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("rv_{period}[_{bars_per_year}]", "Realised volatility", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(RealizedVolatilityParameters parameters, int bars) => 2 * bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RealizedVolatilityParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var close = bars.Close;
        var returns = outputs.Scratch[..(close.Length - 1)];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = LogRatio.Of(close[i + 1], close[i]);
        }

        var window = new RollingVariance(returns, n);
        var result = outputs[0][1..];
        window.WriteAll(outputs.Scratch[close.Length..], result);
        SquareRoots.Write(result[(n - 1)..], Math.Sqrt(n / (n - 1.0) * parameters.BarsPerYear), result[(n - 1)..]);
    }
}

/// <summary>Parameters of <see cref="RealizedVolatility"/>.</summary>
public sealed record RealizedVolatilityParameters : RealizedParameters
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
