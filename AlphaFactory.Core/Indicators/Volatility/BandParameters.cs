using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Base of the records with a window and a width in standard deviations.</summary>
public abstract record BandParameters() : PeriodParameters(20)
{
    /// <summary>Half width of the band.</summary>
    [Range(0.1, 10), Unit("deviations"), Sweep(1, 3, 0.25), Display(Name = "Deviations", Description = "Standard deviations from the middle to either band.")]
    public double Deviations { get; init; } = 2;
}
