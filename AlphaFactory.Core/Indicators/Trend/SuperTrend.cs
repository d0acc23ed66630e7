using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>SuperTrend: a stop at a distance of the ATR that never moves against the trend.</summary>
[Indicator("supertrend", "SuperTrend", IndicatorGroup.Trend, Inputs = PriceFields.HighLowClose, Place = ChartPlace.Overlay,
    Formula = "bands = (high + low) / 2 ± m x ATR; the lower band only rises and the upper only falls until the close crosses it; starts as an uptrend",
    Says = "Below price the trend is up, above it down; a close through it turns the trend.",
    Source = "Seban, Tout le monde mérite d'être riche (2008)")]
public sealed class SuperTrend : Indicator<SuperTrendParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("supertrend_{period}_{multiplier}", "SuperTrend", OutputUnit.Price) { IsDotted = true },
        new("supertrend_up_{period}_{multiplier}", "SuperTrend is up", OutputUnit.Condition) { Place = ChartPlace.Nowhere },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => StopReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(SuperTrendParameters parameters) => [$"atr_{parameters.Period}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SuperTrendParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> range = bars.Source(0), high = bars.High, low = bars.Low, close = bars.Close;
        Span<double> line = outputs[0], rising = outputs[1];
        double upper = double.PositiveInfinity, lower = double.NegativeInfinity;
        bool isUp = true;
        for (int i = parameters.WarmUpBars; i < line.Length; i++)
        {
            double middle = (high[i] + low[i]) / 2, width = parameters.Multiplier * range[i], before = close[i - 1];
            upper = before > upper ? middle + width : Math.Min(middle + width, upper);
            lower = before < lower ? middle - width : Math.Max(middle - width, lower);
            isUp = isUp ? close[i] >= lower : close[i] > upper;
            line[i] = isUp ? lower : upper;
            rising[i] = isUp ? 1 : 0;
        }
    }
}

/// <summary>Parameters of <see cref="SuperTrend"/>.</summary>
public sealed record SuperTrendParameters() : PeriodParameters(10)
{
    /// <summary>Distance in ATR.</summary>
    [Range(0.1, 20), Sweep(1, 5, 0.5), Display(Name = "Multiplier", Description = "Average true ranges from the middle of the bar to either band.")]
    public double Multiplier { get; init; } = 3;

    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
