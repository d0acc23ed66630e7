using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Population variance of the last n closes.</summary>
[Indicator("var", "Variance", IndicatorGroup.Statistic,
    Formula = "mean of (close - mean)²",
    Says = "Scatter of price about its mean, in price squared.",
    Source = "population form, divided by n")]
public sealed class Var : Indicator<VarParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("var_{period}", "Variance", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => WidthReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(VarParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, VarParameters parameters, in OutputColumns outputs)
    {
        var window = new RollingVariance(bars.Close, parameters.Period);
        window.WriteAll(outputs.Scratch, outputs[0]);
    }
}

/// <summary>Parameters of <see cref="Var"/>.</summary>
public sealed record VarParameters() : PeriodParameters(20);
