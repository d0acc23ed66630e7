using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>A position so large that it moves equity by a wanted volatility a year, by the standard deviation of log returns.</summary>
[Sizing("volatility-target", "Volatility target",
    Says = "Calm shares get a large position and wild ones a small one, so that each moves equity about as much. It lags: volatility is known only after it has come.",
    Formula = "target / (sample deviation of the last n log returns x sqrt(bars a year))",
    Source = "Moreira, Muir, Volatility-Managed Portfolios, Journal of Finance 72 (2017), with deviation in place of variance as in Harvey et al., The Impact of Volatility Targeting (2018)")]
public sealed class VolatilityTarget : Sizing<VolatilityTargetParameters>
{
    private static readonly RuleCode s_unknown = new("volatility-unknown", "There were too few bars to measure volatility, or price had not moved in them.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_unknown];

    /// <inheritdoc/>
    protected override double[] Measure(BarSeries bars, VolatilityTargetParameters parameters)
    {
        string column = string.Create(CultureInfo.InvariantCulture, $"rv_{parameters.Period}_{BarsOfYear.Of(bars.Identity.Interval)}");
        return new IndicatorPlan(column).Compute(bars)[0].ToArray();
    }

    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, VolatilityTargetParameters parameters) =>
        facts.Measure > 0 ? Within(facts, parameters.Target / facts.Measure) : new SizingAnswer.Unknown(s_unknown.Id);
}

/// <summary>Parameters of <see cref="VolatilityTarget"/>.</summary>
public sealed record VolatilityTargetParameters : SizingParameters
{
    /// <summary>Wanted volatility a year.</summary>
    [Percent, Range(0.001, 2.0), Display(Name = "Target volatility", Description = "Volatility a year that the position brings to equity.")]
    public double Target { get; init; } = 0.15;

    /// <summary>Returns measured.</summary>
    [Range(5, 1000), Unit("bars"), Display(Name = "Measured over", Description = "Returns behind the volatility.")]
    public int Period { get; init; } = 20;
}
