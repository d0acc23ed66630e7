using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Average directional index.</summary>
[Indicator("adx", "Average directional index", IndicatorGroup.Trend, Inputs = PriceFields.HighLowClose, Levels = [25],
    Formula = "Wilder's average of DX, started with the mean of the first n; a bar without a DX leaves it unchanged",
    Says = "Strength of the trend whatever its direction: above 25 there is one, below 20 there is none.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class Adx : Indicator<AdxParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("adx_{period}", "ADX", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => StrengthReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AdxParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period, first = parameters.WarmUpBars;
        var result = outputs[0];
        ReadOnlySpan<double> high = bars.High[..result.Length], low = bars.Low[..result.Length], close = bars.Close[..result.Length];
        var state = new DirectionalState(bars, n);
        double sum = 0, index = 0;
        for (int i = n; i <= first; i++)
        {
            state.Next(high[i], low[i], high[i - 1], low[i - 1], close[i - 1]);
            index = state.HasDirection ? state.Index : index;
            sum += index;
        }

        double take = 1.0 / n, keep = 1 - take, average = sum / n;
        result[first] = average;
        for (int i = first + 1; i < result.Length; i++)
        {
            state.Next(high[i], low[i], high[i - 1], low[i - 1], close[i - 1]);
            average = state.HasDirection ? Math.FusedMultiplyAdd(average, keep, take * state.Index) : average;
            result[i] = average;
        }
    }
}

/// <summary>Parameters of <see cref="Adx"/>.</summary>
public sealed record AdxParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => (2 * Period) - 1;
}
