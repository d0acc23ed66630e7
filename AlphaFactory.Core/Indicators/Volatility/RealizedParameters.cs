using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Base of the records of the realised volatilities, which are annualised.</summary>
public abstract record RealizedParameters() : PeriodParameters(20)
{
    /// <summary>Bars a year.</summary>
    [Range(1, 200000), Unit("bars"), Display(Name = "Bars a year", Description = "252 for daily bars.")]
    public int BarsPerYear { get; init; } = 252;
}
