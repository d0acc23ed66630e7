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

    /// <summary>Average true range of bars without a gap; its values begin at bar <paramref name="n"/> and what is before them is left as it was.</summary>
    /// <param name="high">Highest price of each bar.</param>
    /// <param name="low">Lowest price of each bar.</param>
    /// <param name="close">Last price of each bar.</param>
    /// <param name="n">Bars in the average, at least 1 and fewer than there are bars.</param>
    /// <param name="result">One value a bar.</param>
    public static void Compute(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int n, Span<double> result)
    {
        double sum = 0;
        for (int i = 1; i <= n; i++)
        {
            sum += TrueRange.Of(high[i], low[i], close[i - 1]);
        }

        double take = 1.0 / n, keep = 1 - take, average = sum / n;
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

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AtrParameters parameters, in OutputColumns outputs) =>
        Compute(bars.High, bars.Low, bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Atr"/>.</summary>
public sealed record AtrParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
