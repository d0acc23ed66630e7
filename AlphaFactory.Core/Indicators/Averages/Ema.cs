using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Exponential moving average, started with the simple average of its first n closes.</summary>
[Indicator("ema", "Exponential moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay, Usual = ["ema_12", "ema_20", "ema_26"],
    Formula = "e[t] = e[t-1] + k (close[t] - e[t-1]), k = 2 / (n + 1)",
    Says = "An average that weighs new closes more and so turns sooner than the simple one.",
    Source = "Hunter, The Exponentially Weighted Moving Average, Journal of Quality Technology 18 (1986)")]
public sealed class Ema : Indicator<EmaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ema_{period}", "EMA", OutputUnit.Price)];

    internal static double Weight(int period) => 2.0 / (period + 1);

    /// <summary>Writes from place period - 1 on; a NaN makes all that follows NaN.</summary>
    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result) => Write(values, period, Weight(period), result);

    /// <summary>The same with a weight that is not the period's own.</summary>
    internal static void Write(ReadOnlySpan<double> values, int period, double weight, Span<double> result)
    {
        double sum = 0;
        foreach (double value in values[..period])
        {
            sum += value;
        }

        double first = sum / period;
        result[period - 1] = first;
        Recurrence.FirstOrder(values[period..], first, 1 - weight, weight, result[period..]);
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, EmaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Ema"/>.</summary>
public sealed record EmaParameters() : PeriodParameters(20);
