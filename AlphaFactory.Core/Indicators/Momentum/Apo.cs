using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Absolute price oscillator: a fast average less a slow one.</summary>
[Indicator("apo", "Absolute price oscillator", IndicatorGroup.Momentum, Levels = [0], Usual = ["apo_12_26_sma", "apo_12_26_ema"],
    Formula = "fast average - slow average, each started on its own bar",
    Says = "Distance between two averages in price; above 0 the short trend is up against the long one.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class Apo : Indicator<ApoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("apo_{fast}_{slow}_{average}", "APO", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(ApoParameters parameters) =>
        [MovingAverage.Column(parameters.Average, parameters.Fast), MovingAverage.Column(parameters.Average, parameters.Slow)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, ApoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> fast = bars.Source(0), slow = bars.Source(1);
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = fast[i] - slow[i];
        }
    }
}

/// <summary>Parameters of <see cref="Apo"/>.</summary>
public sealed record ApoParameters : FastSlowParameters
{
    /// <summary>Which average.</summary>
    [Display(Name = "Average", Description = "Kind of both averages.")]
    public AverageKind Average { get; init; } = AverageKind.Ema;

    /// <inheritdoc/>
    public override int WarmUpBars => MovingAverage.WarmUp(Average, Slow);
}
