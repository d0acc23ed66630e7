using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>True range: the bar's range with the gap from the close before it.</summary>
[Indicator("trange", "True range", IndicatorGroup.Volatility, Inputs = PriceFields.HighLowClose,
    Formula = "max(high - low, |high - close[t-1]|, |low - close[t-1]|)",
    Says = "How far price moved since the last close, gaps counted.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class TrueRange : Indicator<TrueRangeParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("trange", "True range", OutputUnit.Price)];

    /// <summary>The true range of one bar.</summary>
    internal static double Of(double high, double low, double closeBefore) =>
        double.MaxNative(high - low, double.MaxNative(Math.Abs(high - closeBefore), Math.Abs(low - closeBefore)));

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, TrueRangeParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High[1..], low = bars.Low[1..], before = bars.Close[..high.Length];
        var result = outputs[0][1..];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Of(high[i], low[i], before[i]);
        }
    }
}

/// <summary>The true range has nothing to set; it begins with the second bar.</summary>
public sealed record TrueRangeParameters : IndicatorParameters
{
    /// <inheritdoc/>
    public override int WarmUpBars => 1;
}
