using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Lowest close of the last n.</summary>
[Indicator("min", "Lowest close", IndicatorGroup.Statistic, Place = ChartPlace.Overlay,
    Formula = "min(close[t-n+1] … close[t])",
    Says = "The bottom of the closes of n bars.",
    Source = "TA-Lib, MIN")]
public sealed class Min : Indicator<MinParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("min_{period}", "Lowest close", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        input.Close <= input.Now(0) ? new("The close is the lowest of them.", Lean.Down, IsExtreme: true) : new($"The close is {AverageReading.Distance(input.Close, input.Now(0))} it.", Lean.None);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MinParameters parameters, in OutputColumns outputs) =>
        RollingExtreme.Minimum(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Min"/>.</summary>
public sealed record MinParameters() : PeriodParameters(20);
