using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>A position so large that one average true range moves equity by a wanted fraction.</summary>
[Sizing("atr-target", "Volatility target by ATR",
    Says = "A usual bar's range moves equity by a set share, whatever the price: the unit of the Turtle traders. Gaps count, as the true range sees them.",
    Formula = "target / (ATR(n) / close)",
    Source = "Faith, Way of the Turtle (2007), chapter on position sizing; ATR as in Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class AtrTarget : Sizing<AtrTargetParameters>
{
    private static readonly RuleCode s_unknown = new("range-unknown", "There were too few bars to measure the average true range, or price had not moved in them.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_unknown];

    /// <inheritdoc/>
    protected override double[] Measure(BarSeries bars, AtrTargetParameters parameters)
    {
        var table = new IndicatorPlan(string.Create(CultureInfo.InvariantCulture, $"atr_{parameters.Period}")).Compute(bars);
        double[] range = table[0].ToArray();
        for (int i = 0; i < range.Length; i++)
        {
            range[i] = bars.Close[i] > 0 ? range[i] / bars.Close[i] : double.NaN;
        }

        return range;
    }

    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, AtrTargetParameters parameters) =>
        facts.Measure > 0 ? Within(facts, parameters.Target / facts.Measure) : new SizingAnswer.Unknown(s_unknown.Id);
}

/// <summary>Parameters of <see cref="AtrTarget"/>.</summary>
public sealed record AtrTargetParameters : SizingParameters
{
    /// <summary>Share of equity that one average true range moves.</summary>
    [Percent, Range(0.0001, 0.5), Display(Name = "Equity moved by one range", Description = "Share of equity that one average true range of the share is worth.")]
    public double Target { get; init; } = 0.01;

    /// <summary>Length of the average.</summary>
    [Range(2, 1000), Unit("bars"), Display(Name = "Average over", Description = "Bars in Wilder's average of the true range.")]
    public int Period { get; init; } = 20;
}
