using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>What the slow cycle indicators share, computed once for all of them, from the first bar of their loop on.</summary>
[Indicator("ht_core", "Hilbert: core", IndicatorGroup.Cycle, IsWorking = true,
    Formula = "4-3-2-1 average of price; smoothed cycle period; phase of the cycle by a discrete Fourier sum over one period; mean of one period of price",
    Says = "Working columns of the cycle indicators. They settle by bar 63, where the indicators built on them begin.",
    Source = "Ehlers, Rocket Science for Traders (2001), chapters 7 to 10")]
public sealed class HtCore : Indicator<HtCoreParameters>
{
    internal const int Price = 0, Period = 1, Phase = 2, Mean = 3;

    private const double DegreesPerRadian = 180 / Math.PI;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("ht_core_price", "Smoothed price", OutputUnit.Price) { Place = ChartPlace.Overlay },
        new("ht_core_period", "Smoothed period", OutputUnit.Bars),
        new("ht_core_phase", "Phase", OutputUnit.Degrees),
        new("ht_core_mean", "Mean of one cycle", OutputUnit.Price) { Place = ChartPlace.Overlay },
    ];

    internal static readonly string[] Columns = ["ht_core_price", "ht_core_period", "ht_core_phase", "ht_core_mean"];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HtCoreParameters parameters, in OutputColumns outputs)
    {
        const int Start = HilbertParameters.LongStart;
        var close = bars.Close;
        Span<double> prices = outputs[Price], periods = outputs[Period], phases = outputs[Phase], means = outputs[Mean];
        var smoother = new PriceSmoother(close);
        var cycle = new HilbertCycle();
        double phase = 0;
        for (int i = 3; i < close.Length; i++)
        {
            double smooth = smoother.Next(i);
            if (i < Start)
            {
                continue;
            }

            cycle.Next(smooth, i);
            prices[i] = smooth;
            periods[i] = cycle.SmoothPeriod;
            int parts = (int)(cycle.SmoothPeriod + 0.5);
            // Before the loop began there is no smoothed price; it counts as 0.
            phase = PhaseOf(prices[Start..(i + 1)], parts, cycle.SmoothPeriod, phase);
            phases[i] = phase;
            means[i] = MeanOf(close[..(i + 1)], parts);
        }
    }

    private static double PhaseOf(ReadOnlySpan<double> prices, int parts, double period, double before)
    {
        double real = 0, imaginary = 0;
        ReadOnlySpan<double> sines = PhaseTable.Sines(parts), cosines = PhaseTable.Cosines(parts);
        for (int i = 0; i < Math.Min(parts, prices.Length); i++)
        {
            real += sines[i] * prices[^(i + 1)];
            imaginary += cosines[i] * prices[^(i + 1)];
        }

        double phase = imaginary != 0 ? Math.Atan(real / imaginary) * DegreesPerRadian
            : real < 0 ? before - 90
            : real > 0 ? before + 90
            : before;
        // A quarter cycle, and one bar for the lag of the smoothing.
        phase += 90;
        phase += 360 / period;
        phase += imaginary < 0 ? 180 : 0;
        return phase > 315 ? phase - 360 : phase;
    }

    private static double MeanOf(ReadOnlySpan<double> closes, int parts)
    {
        double sum = 0;
        for (int i = 1; i <= parts; i++)
        {
            sum += closes[^i];
        }

        return parts > 0 ? sum / parts : sum;
    }
}

/// <summary>Nothing to set.</summary>
public sealed record HtCoreParameters() : HilbertParameters(LongStart);
