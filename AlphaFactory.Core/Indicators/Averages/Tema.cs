using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Triple exponential moving average.</summary>
[Indicator("tema", "Triple exponential moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "3 e1 - 3 e2 + e3, each the EMA of the one before",
    Says = "As DEMA with still less lag and more overshoot.",
    Source = "Mulloy, Smoothing Data with Less Lag, Stocks and Commodities 12 (1994)")]
public sealed class Tema : Indicator<TemaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("tema_{period}", "TEMA", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        var first = new EmaLink(period);
        var second = new EmaLink(period);
        var third = new EmaLink(period);
        for (int i = 0; i < values.Length; i++)
        {
            if (first.Next(values[i]) && second.Next(first.Value) && third.Next(second.Value))
            {
                result[i] = (3 * first.Value) - (3 * second.Value) + third.Value;
            }
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, TemaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Tema"/>.</summary>
public sealed record TemaParameters() : PeriodParameters(20)
{
    /// <inheritdoc/>
    public override int WarmUpBars => 3 * (Period - 1);
}
