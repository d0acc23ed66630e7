using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Population standard deviation of the last n closes.</summary>
[Indicator("stddev", "Standard deviation", IndicatorGroup.Statistic,
    Formula = "sqrt(mean of (close - mean)²)",
    Says = "Scatter of price about its mean, in price.",
    Source = "population form, divided by n")]
public sealed class StdDev : Indicator<StdDevParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("stddev_{period}", "Standard deviation", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(StdDevParameters parameters, int bars) => parameters.Period + bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, StdDevParameters parameters, in OutputColumns outputs)
    {
        var window = new RollingVariance(bars.Close, parameters.Period);
        while (window.Next())
        {
            var result = outputs[0].Slice(window.From, window.Count);
            window.Write(outputs.Scratch, result);
            SquareRoots.Write(result, 1, result);
        }
    }
}

/// <summary>Parameters of <see cref="StdDev"/>.</summary>
public sealed record StdDevParameters() : PeriodParameters(20);
