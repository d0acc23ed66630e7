using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Base of the records that look back a number of bars.</summary>
public abstract record LagParameters : IndicatorParameters
{
    /// <summary>Bars looked back.</summary>
    [Range(1, 5000), Unit("bars"), Sweep(5, 60, 5), Display(Name = "Period", Description = "Bars looked back.")]
    public int Period { get; init; } = 10;

    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
