using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Wilder's directional indicators and their index.</summary>
[Indicator("di", "Directional indicators", IndicatorGroup.Trend, Inputs = PriceFields.HighLowClose,
    Formula = "±DI = 100 ±DM / smoothed true range; DX = 100 |+DI - -DI| / (+DI + -DI); a DX that cannot be formed repeats the one before, 0 at the start",
    Says = "+DI above -DI is an uptrend; DX says how one-sided it is.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class DirectionalIndicator : Indicator<DirectionalIndicatorParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("plus_di_{period}", "+DI", OutputUnit.Points),
        new("minus_di_{period}", "-DI", OutputUnit.Points),
        new("dx_{period}", "DX", OutputUnit.Points),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DirectionalIndicatorParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> high = bars.High, low = bars.Low, close = bars.Close;
        Span<double> pluses = outputs[0], minuses = outputs[1], indexes = outputs[2];
        var state = new DirectionalState(bars, parameters.Period);
        double index = 0;
        for (int i = parameters.Period; i < close.Length; i++)
        {
            state.Next(high[i], low[i], high[i - 1], low[i - 1], close[i - 1]);
            index = state.HasDirection ? state.Index : index;
            (pluses[i], minuses[i], indexes[i]) = (state.PlusIndicator, state.MinusIndicator, index);
        }
    }
}

/// <summary>Parameters of <see cref="DirectionalIndicator"/>.</summary>
public sealed record DirectionalIndicatorParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
