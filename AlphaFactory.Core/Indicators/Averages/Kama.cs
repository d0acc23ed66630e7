using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Kaufman's adaptive moving average.</summary>
[Indicator("kama", "Kaufman adaptive moving average", IndicatorGroup.Average, Place = ChartPlace.Overlay, Usual = ["kama_10", "kama_30"],
    Formula = "k[t] = k[t-1] + s² (close[t] - k[t-1]), s = ER (2/3 - 2/31) + 2/31, ER = |close[t] - close[t-n]| / sum of |changes|",
    Says = "Follows closely when price moves in one direction and stands nearly still when it goes to and fro.",
    Source = "Kaufman, Smarter Trading (1995)")]
public sealed class Kama : Indicator<KamaParameters>
{
    private const double Slowest = 2.0 / 31, Range = (2.0 / 3) - Slowest;
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("kama_{period}", "KAMA", OutputUnit.Price)];

    internal static void Write(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        double path = 0;
        for (int i = 1; i <= period; i++)
        {
            path += Math.Abs(values[i - 1] - values[i]);
        }

        double average = values[period - 1];
        for (int i = period; i < values.Length; i++)
        {
            if (i > period)
            {
                // In this order: rounding decides whether a flat window counts as no path at all.
                path -= Math.Abs(values[i - period - 1] - values[i - period]);
                path += Math.Abs(values[i] - values[i - 1]);
            }

            double change = values[i] - values[i - period];
            double efficiency = path <= change || Math.Abs(path) < Zero ? 1 : Math.Abs(change / path);
            double smoothing = (efficiency * Range) + Slowest;
            average = ((values[i] - average) * (smoothing * smoothing)) + average;
            result[i] = average;
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, KamaParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Kama"/>.</summary>
public sealed record KamaParameters() : PeriodParameters(30)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
