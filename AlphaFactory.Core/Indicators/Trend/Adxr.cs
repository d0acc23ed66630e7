using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Average directional index rating.</summary>
[Indicator("adxr", "Average directional index rating", IndicatorGroup.Trend, Inputs = PriceFields.HighLowClose, Levels = [25],
    Formula = "(ADX[t] + ADX[t-(n-1)]) / 2",
    Says = "The ADX smoothed once more, for comparing symbols.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class Adxr : Indicator<AdxrParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("adxr_{period}", "ADXR", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => StrengthReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(AdxrParameters parameters) => [$"adx_{parameters.Period}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AdxrParameters parameters, in OutputColumns outputs)
    {
        var average = bars.Source(0);
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = (average[i] + average[i - parameters.Period + 1]) / 2;
        }
    }
}

/// <summary>Parameters of <see cref="Adxr"/>.</summary>
public sealed record AdxrParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => (3 * Period) - 2;
}
