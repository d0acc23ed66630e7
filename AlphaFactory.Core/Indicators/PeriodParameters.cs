using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators;

/// <summary>Base of the records with nothing but a window length.</summary>
public abstract record PeriodParameters : IndicatorParameters
{
    /// <summary>Sets the default of <see cref="Period"/>.</summary>
    protected PeriodParameters(int period) => Period = period;

    /// <summary>Bars in the window.</summary>
    [Range(2, 5000), Unit("bars"), Sweep(5, 60, 1), Display(Name = "Period", Description = "Bars in the window.")]
    public int Period { get; init; }

    /// <inheritdoc/>
    public override int WarmUpBars => Period - 1;
}
