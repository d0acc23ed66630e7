using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Average true range.</summary>
[Indicator("atr", "Average true range", IndicatorGroup.Volatility, Inputs = PriceFields.HighLowClose,
    Formula = "Wilder's average of the true range, started with the mean of the first n",
    Says = "What price usually moves in a bar; the measure for stops and sizes.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class Atr : Indicator<AtrParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("atr_{period}", "ATR", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AtrParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> high = bars.High, low = bars.Low, close = bars.Close;
        double sum = 0;
        for (int i = 1; i <= n; i++)
        {
            sum += TrueRange.Of(high[i], low[i], close[i - 1]);
        }

        double take = 1.0 / n, keep = 1 - take, average = sum / n;
        var result = outputs[0];
        result[n] = average;
        result = result[(n + 1)..];
        high = high[(n + 1)..][..result.Length];
        low = low[(n + 1)..][..result.Length];
        var before = close[n..][..result.Length];
        for (int i = 0; i < result.Length; i++)
        {
            average = Math.FusedMultiplyAdd(average, keep, take * TrueRange.Of(high[i], low[i], before[i]));
            result[i] = average;
        }
    }
}

/// <summary>Parameters of <see cref="Atr"/>.</summary>
public sealed record AtrParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
