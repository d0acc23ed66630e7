using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Rolling z-score of the close.</summary>
[Indicator("zscore", "Z-score", IndicatorGroup.Statistic, Levels = [-2, 0, 2],
    Formula = "(close - mean) / sample deviation of the last n closes (n - 1); no value while the closes are equal",
    Says = "How unusual the close is, in standard deviations. Beyond 2 either way is where mean reversion looks.",
    Source = "standard score")]
public sealed class ZScore : Indicator<ZScoreParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("zscore_{period}", "Z-score", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(ZScoreParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ZScoreParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var close = bars.Close;
        var window = new RollingVariance(close, n);
        var result = outputs[0];
        var means = outputs.Scratch;
        window.WriteAll(means, result);
        double toSample = n / (n - 1.0);
        for (int i = n - 1; i < result.Length; i++)
        {
            result[i] = result[i] == 0 ? double.NaN : (close[i] - means[i]) / Math.Sqrt(result[i] * toSample);
        }
    }
}

/// <summary>Parameters of <see cref="ZScore"/>.</summary>
public sealed record ZScoreParameters() : PeriodParameters(20);
