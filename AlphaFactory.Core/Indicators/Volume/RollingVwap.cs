using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>Volume-weighted average price of the last n bars.</summary>
[Indicator("rolling_vwap", "VWAP, rolling", IndicatorGroup.Volume, Inputs = PriceFields.HighLowClose | PriceFields.Volume, Place = ChartPlace.Overlay,
    Formula = "sum of typical price x volume / sum of volume over n bars; no value while no share was traded",
    Says = "What the average share of the last n bars cost.",
    Source = "as VWAP, over a moving window; also called volume-weighted moving average")]
public sealed class RollingVwap : Indicator<RollingVwapParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("rolling_vwap_{period}", "Rolling VWAP", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(RollingVwapParameters parameters) => ["typprice"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RollingVwapParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> typical = bars.Source(0), volume = bars.Volume;
        var result = outputs[0];
        // Money is counted from the first price: equal prices then give that price, and no digits are lost to the level.
        double origin = typical[0], money = 0, shares = 0;
        for (int i = 0; i < result.Length; i++)
        {
            money += (typical[i] - origin) * volume[i];
            shares += volume[i];
            if (i < n - 1)
            {
                continue;
            }

            result[i] = shares > 0 ? origin + (money / shares) : double.NaN;
            money -= (typical[i - n + 1] - origin) * volume[i - n + 1];
            shares -= volume[i - n + 1];
        }
    }
}

/// <summary>Parameters of <see cref="RollingVwap"/>.</summary>
public sealed record RollingVwapParameters() : PeriodParameters(20);
