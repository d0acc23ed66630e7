using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Sum of the last n closes.</summary>
[Indicator("sum", "Sum of closes", IndicatorGroup.Statistic,
    Formula = "close[t-n+1] + … + close[t]",
    Says = "A building block for formulas of one's own.",
    Source = "TA-Lib, SUM")]
public sealed class Sum : Indicator<SumParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sum_{period}", "Sum", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, SumParameters parameters, in OutputColumns outputs) =>
        Rolling.Sum(bars.Close, parameters.Period, 1, outputs[0]);
}

/// <summary>Parameters of <see cref="Sum"/>.</summary>
public sealed record SumParameters() : PeriodParameters(20);
