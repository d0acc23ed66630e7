using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Instantaneous trend line: price with the dominant cycle averaged out.</summary>
[Indicator("ht_trendline", "Hilbert: trend line", IndicatorGroup.Cycle, Place = ChartPlace.Overlay,
    Formula = "(4 m[t] + 3 m[t-1] + 2 m[t-2] + m[t-3]) / 10, m the mean of price over one cycle",
    Says = "The trend left when the strongest cycle is taken out.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapter 10")]
public sealed class HtTrendline : Indicator<HtTrendlineParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ht_trendline", "Trend line", OutputUnit.Price)];

    internal static double At(ReadOnlySpan<double> means, int bar) =>
        ((4 * means[bar]) + (3 * Mean(means, bar - 1)) + (2 * Mean(means, bar - 2)) + Mean(means, bar - 3)) / 10;

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(HtTrendlineParameters parameters) => HtCore.Columns;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtTrendlineParameters parameters, in OutputColumns outputs)
    {
        var means = bars.Source(HtCore.Mean);
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = At(means, i);
        }
    }

    // Before the loop began the mean counts as 0.
    private static double Mean(ReadOnlySpan<double> means, int bar) => bar < HilbertParameters.LongStart ? 0 : means[bar];
}

/// <summary>Nothing to set.</summary>
public sealed record HtTrendlineParameters() : HilbertParameters(63);
