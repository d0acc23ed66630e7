using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Weighted moving average: weights 1 to n, the newest close n.</summary>
[Indicator("wma", "Weighted moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "(1 close[t-n+1] + … + n close[t]) / (n (n + 1) / 2)",
    Says = "An average whose weights fall in a straight line; it lags a third of its length.",
    Source = "Kaufman, Trading Systems and Methods, chapter 7")]
public sealed class Wma : Indicator<WmaParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("wma_{period}", "WMA", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        double plain = 0, weighted = 0;
        for (int i = 0; i < period - 1; i++)
        {
            plain += values[i];
            weighted += values[i] * (i + 1);
        }

        // Taking the plain sum off the weighted one lowers every weight by one and drops the oldest value.
        double scale = 2.0 / ((double)period * (period + 1));
        double oldest = 0;
        for (int i = period - 1; i < values.Length; i++)
        {
            plain += values[i] - oldest;
            weighted = Math.FusedMultiplyAdd(values[i], period, weighted);
            result[i] = weighted * scale;
            weighted -= plain;
            oldest = values[i - period + 1];
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, WmaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Wma"/>.</summary>
public sealed record WmaParameters() : PeriodParameters(20);
