using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Highest close of the last n.</summary>
[Indicator("max", "Highest close", IndicatorGroup.Statistic, Place = ChartPlace.Overlay,
    Formula = "max(close[t-n+1] … close[t])",
    Says = "The top of the closes of n bars.",
    Source = "TA-Lib, MAX")]
public sealed class Max : Indicator<MaxParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("max_{period}", "Highest close", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        input.Close >= input.Now(0) ? new("The close is the highest of them.", Lean.Up, IsExtreme: true) : new($"The close is {AverageReading.Distance(input.Close, input.Now(0))} it.", Lean.None);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MaxParameters parameters, in OutputColumns outputs) =>
        RollingExtreme.Maximum(bars.Close, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="Max"/>.</summary>
public sealed record MaxParameters() : PeriodParameters(20);
