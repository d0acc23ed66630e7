using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Derived;

/// <summary>Whether the RSI says overbought or oversold.</summary>
[Indicator("rsi_extreme", "RSI overbought and oversold", IndicatorGroup.Derived,
    Formula = "overbought = 1 when RSI > high level, else 0; oversold = 1 when RSI < low level, else 0",
    Says = "1 while the RSI stands beyond its level.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class RsiExtreme : Indicator<RsiExtremeParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("rsi_overbought_{period}[_{low}_{high}]", "RSI overbought", OutputUnit.Condition),
        new("rsi_oversold_{period}[_{low}_{high}]", "RSI oversold", OutputUnit.Condition),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        bool overbought = input.Now(0) == 1, oversold = input.Now(1) == 1;
        return overbought ? new($"Overbought {ReadingText.For(Streak.Same(input[0]))}.", Lean.Up, IsExtreme: true)
            : oversold ? new($"Oversold {ReadingText.For(Streak.Same(input[1]))}.", Lean.Down, IsExtreme: true)
            : new("Neither overbought nor oversold.", Lean.Mixed);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(RsiExtremeParameters parameters) => [$"rsi_{parameters.Period}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RsiExtremeParameters parameters, in OutputColumns outputs)
    {
        var strength = bars.Source(0);
        Span<double> overbought = outputs[0], oversold = outputs[1];
        for (int i = parameters.WarmUpBars; i < overbought.Length; i++)
        {
            overbought[i] = strength[i] > parameters.High ? 1 : 0;
            oversold[i] = strength[i] < parameters.Low ? 1 : 0;
        }
    }
}

/// <summary>Parameters of <see cref="RsiExtreme"/>.</summary>
public sealed record RsiExtremeParameters() : PeriodParameters(14), IValidatableObject
{
    /// <summary>Level below which it is oversold.</summary>
    [Range(1, 99), Display(Name = "Oversold", Description = "RSI below this is oversold.")]
    public double Low { get; init; } = 30;

    /// <summary>Level above which it is overbought.</summary>
    [Range(1, 99), Display(Name = "Overbought", Description = "RSI above this is overbought.")]
    public double High { get; init; } = 70;

    /// <inheritdoc/>
    public override int WarmUpBars => Period;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Low >= High)
        {
            yield return new ValidationResult($"low is {Low} and high is {High}, but low must be below high.", [nameof(Low), nameof(High)]);
        }
    }
}
