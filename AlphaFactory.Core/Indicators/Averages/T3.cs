using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Tillson's T3: six exponential averages, mixed by a volume factor v.</summary>
[Indicator("t3", "Tillson T3", IndicatorGroup.Average, Place = ChartPlace.Overlay,
    Formula = "-v³ e6 + (3v² + 3v³) e5 - (6v² + 3v + 3v³) e4 + (1 + 3v + v³ + 3v²) e3",
    Says = "Smooth as a long average and nearly as quick as a short one.",
    Source = "Tillson, Smoothing Techniques for More Accurate Signals, Stocks and Commodities 16 (1998)")]
public sealed class T3 : Indicator<T3Parameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("t3_{period}_{volume_factor}", "T3", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, T3Parameters parameters, in OutputColumns outputs)
    {
        double v = parameters.VolumeFactor, v2 = v * v;
        double c1 = -(v2 * v), c2 = 3 * (v2 - c1), c3 = (-6 * v2) - (3 * (v - c1)), c4 = 1 + (3 * v) - c1 + (3 * v2);
        int n = parameters.Period;
        EmaLink e1 = new(n), e2 = new(n), e3 = new(n), e4 = new(n), e5 = new(n), e6 = new(n);
        var result = outputs[0];
        var close = bars.Close;
        for (int i = 0; i < close.Length; i++)
        {
            if (e1.Next(close[i]) && e2.Next(e1.Value) && e3.Next(e2.Value) && e4.Next(e3.Value) && e5.Next(e4.Value) && e6.Next(e5.Value))
            {
                result[i] = (c1 * e6.Value) + (c2 * e5.Value) + (c3 * e4.Value) + (c4 * e3.Value);
            }
        }
    }
}

/// <summary>Parameters of <see cref="T3"/>.</summary>
public sealed record T3Parameters() : PeriodParameters(5)
{
    /// <summary>How much of the lag is taken off.</summary>
    [Range(0, 1), Display(Name = "Volume factor", Description = "0 is a chain of plain averages, 1 the quickest.")]
    public double VolumeFactor { get; init; } = 0.7;

    /// <inheritdoc/>
    public override int WarmUpBars => 6 * (Period - 1);
}
