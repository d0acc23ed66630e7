using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Derived;

/// <summary>Whether a short simple average stands above a long one.</summary>
[Indicator("sma_above", "SMA above SMA", IndicatorGroup.Derived, Usual = ["sma_20_above_50", "sma_50_above_200"],
    Formula = "1 when SMA(fast) > SMA(slow), else 0",
    Says = "1 while the short trend is up against the long one; 50 above 200 is the golden cross.",
    Source = "comparison of two simple averages")]
public sealed class SmaAbove : Indicator<SmaAboveParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sma_{fast}_above_{slow}", "SMA above SMA", OutputUnit.Condition)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        new($"{(input.Now(0) == 1 ? "Yes" : "No")}, {ReadingText.For(Streak.Same(input[0]))}.", input.Now(0) == 1 ? Lean.Up : Lean.Down);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(SmaAboveParameters parameters) =>
        [MovingAverage.Column(AverageKind.Sma, parameters.Fast), MovingAverage.Column(AverageKind.Sma, parameters.Slow)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SmaAboveParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> fast = bars.Source(0), slow = bars.Source(1);
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = fast[i] > slow[i] ? 1 : 0;
        }
    }
}

/// <summary>Parameters of <see cref="SmaAbove"/>.</summary>
public sealed record SmaAboveParameters() : FastSlowParameters(20, 50)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Slow - 1;
}
