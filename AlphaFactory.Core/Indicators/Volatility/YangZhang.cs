using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Realised volatility with overnight gaps and drift accounted for.</summary>
[Indicator("yang_zhang", "Yang-Zhang volatility", IndicatorGroup.Volatility, Inputs = PriceFields.Prices,
    Formula = "sqrt((Vo + k Vc + (1 - k) Vrs) x bars a year), Vo and Vc the sample variances of ln(open / close before) and ln(close / open), Vrs the mean of Rogers-Satchell terms, k = 0.34 / (1.34 + (n + 1) / (n - 1))",
    Says = "The sharpest estimate from daily bars: gaps counted, not misled by a trend.",
    Source = "Yang and Zhang, Drift-Independent Volatility Estimation, Journal of Business 73 (2000)")]
public sealed class YangZhang : Indicator<YangZhangParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("yang_zhang_{period}[_{bars_per_year}]", "Yang-Zhang volatility", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(YangZhangParameters parameters, int bars) => 6 * bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, YangZhangParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period, count = bars.Count - 1;
        ReadOnlySpan<double> open = bars.Open[1..], high = bars.High[1..], low = bars.Low[1..], close = bars.Close[1..], before = bars.Close[..count];
        Span<double> gaps = outputs.Scratch[..count], bodies = outputs.Scratch.Slice(count, count), terms = outputs.Scratch.Slice(2 * count, count);
        for (int i = 0; i < count; i++)
        {
            gaps[i] = LogRatio.Of(open[i], before[i]);
            bodies[i] = LogRatio.Of(close[i], open[i]);
            double top = LogRatio.Of(high[i], open[i]), bottom = LogRatio.Of(low[i], open[i]);
            terms[i] = (top * (top - bodies[i])) + (bottom * (bottom - bodies[i]));
        }

        var result = outputs[0][1..];
        Rolling.Mean(terms, n, result);
        Span<double> means = outputs.Scratch.Slice(3 * count, count), gap = outputs.Scratch.Slice(4 * count, count), body = outputs.Scratch.Slice(5 * count, count);
        new RollingVariance(gaps, n).WriteAll(means, gap);
        new RollingVariance(bodies, n).WriteAll(means, body);
        double k = 0.34 / (1.34 + ((n + 1.0) / (n - 1.0))), toSample = n / (n - 1.0);
        for (int i = n - 1; i < count; i++)
        {
            double variance = (gap[i] * toSample) + (k * body[i] * toSample) + ((1 - k) * result[i]);
            result[i] = Math.Sqrt(Math.Max(variance, 0) * parameters.BarsPerYear);
        }
    }
}

/// <summary>Parameters of <see cref="YangZhang"/>.</summary>
public sealed record YangZhangParameters : RealizedParameters
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
