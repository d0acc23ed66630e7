using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Simple moving average: the mean of the last n closes.</summary>
[Indicator("sma", "Simple moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay, Usual = ["sma_5", "sma_20", "sma_50", "sma_200"],
    Formula = "(close[t-n+1] + … + close[t]) / n",
    Says = "The middle of the last n closes. Price above a rising average is an uptrend of that length; it turns late, by about half its length.",
    Source = "Kaufman, Trading Systems and Methods, chapter 7")]
public sealed class Sma : Indicator<SmaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sma_{period}", "SMA", OutputUnit.Price)];

    /// <summary>Writes the average ending at each bar.</summary>
    /// <param name="values">n finite values, oldest first.</param>
    /// <param name="period">Bars averaged, 1 or more.</param>
    /// <param name="result">n averages in the unit of the values; the first <paramref name="period"/> - 1 are NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        if (result.Length != values.Length)
        {
            throw new ArgumentException($"The result has {result.Length} places for {values.Length} values. Make them equal.", nameof(result));
        }

        result[..Math.Min(period - 1, result.Length)].Fill(double.NaN);
        Rolling.Mean(values, period, result);
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SmaParameters parameters, in OutputColumns outputs) =>
        Rolling.Mean(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Sma"/>.</summary>
public sealed record SmaParameters : IndicatorParameters
{
    /// <summary>Bars averaged.</summary>
    [Range(1, 5000), Unit("bars"), Sweep(5, 200, 5), Display(Name = "Period", Description = "Bars averaged.")]
    public int Period { get; init; } = 20;

    /// <inheritdoc/>
    public override int WarmUpBars => Period - 1;
}
