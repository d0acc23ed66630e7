using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Percentage price oscillator: the distance of two averages in per cent of the slow one.</summary>
[Indicator("ppo", "Percentage price oscillator", IndicatorGroup.Momentum, Levels = [0], Usual = ["ppo_12_26_sma", "ppo_12_26_ema"],
    Formula = "100 (fast average - slow average) / slow average; 0 when the slow average is 0",
    Says = "The APO in per cent, so that symbols of different price can be compared.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class Ppo : Indicator<PpoParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("ppo_{fast}_{slow}_{average}", "PPO", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(PpoParameters parameters) =>
        [MovingAverage.Column(parameters.Average, parameters.Fast), MovingAverage.Column(parameters.Average, parameters.Slow)];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, PpoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> fast = bars.Source(0), slow = bars.Source(1);
        var result = outputs[0];
        for (int i = parameters.WarmUpBars; i < result.Length; i++)
        {
            result[i] = Math.Abs(slow[i]) < Zero ? 0 : (fast[i] - slow[i]) / slow[i] * 100;
        }
    }
}

/// <summary>Parameters of <see cref="Ppo"/>.</summary>
public sealed record PpoParameters : FastSlowParameters
{
    /// <summary>Which average.</summary>
    [Display(Name = "Average", Description = "Kind of both averages.")]
    public AverageKind Average { get; init; } = AverageKind.Ema;

    /// <inheritdoc/>
    public override int WarmUpBars => MovingAverage.WarmUp(Average, Slow);
}
