using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Wilder's smoothed directional movement.</summary>
[Indicator("dm", "Directional movement", IndicatorGroup.Trend, Inputs = PriceFields.HighLow,
    Formula = "+DM = rise of the high when larger than the fall of the low, -DM the reverse, ties neither; sums of n - 1, then p - p / n + new",
    Says = "How much new ground was won upward and downward, smoothed.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class DirectionalMovement : Indicator<DirectionalMovementParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("plus_dm_{period}", "+DM", OutputUnit.Price),
        new("minus_dm_{period}", "-DM", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DirectionalMovementParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> high = bars.High, low = bars.Low;
        Span<double> pluses = outputs[0], minuses = outputs[1];
        double plus = 0, minus = 0;
        for (int i = 1; i < high.Length; i++)
        {
            double up = high[i] - high[i - 1], down = low[i - 1] - low[i], keep = i < n ? 1 : 1 - (1.0 / n);
            plus = (plus * keep) + (up > down ? Math.Max(up, 0) : 0);
            minus = (minus * keep) + (down > up ? Math.Max(down, 0) : 0);
            if (i >= n - 1)
            {
                (pluses[i], minuses[i]) = (plus, minus);
            }
        }
    }
}

/// <summary>Parameters of <see cref="DirectionalMovement"/>.</summary>
public sealed record DirectionalMovementParameters() : PeriodParameters(14);
