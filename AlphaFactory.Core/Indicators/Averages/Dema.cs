using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Double exponential moving average.</summary>
[Indicator("dema", "Double exponential moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "2 e1 - e2, where e1 = EMA(close) and e2 = EMA(e1)",
    Says = "An exponential average with part of its lag taken off; it overshoots at turns.",
    Source = "Mulloy, Smoothing Data with Faster Moving Averages, Stocks and Commodities 12 (1994)")]
public sealed class Dema : Indicator<DemaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("dema_{period}", "DEMA", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        var first = new EmaLink(period);
        var second = new EmaLink(period);
        for (int i = 0; i < values.Length; i++)
        {
            if (first.Next(values[i]) && second.Next(first.Value))
            {
                result[i] = (2 * first.Value) - second.Value;
            }
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DemaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Dema"/>.</summary>
public sealed record DemaParameters() : PeriodParameters(20)
{
    /// <inheritdoc/>
    public override int WarmUpBars => 2 * (Period - 1);
}
