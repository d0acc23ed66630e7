using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// One of the five opinions of <see cref="MultiFactor"/> as a column: a number from -1 to 1. What a factor says does not hang on its weight, so a sweep over
/// weights computes it once. It belongs to the strategy and is in no list of indicators.
/// </summary>
internal sealed class FactorOpinion : Indicator<FactorOpinionParameters>
{
    /// <summary>The indicator as a plan of columns takes it.</summary>
    public static IndicatorEntry Entry { get; } = new(
        new IndicatorAttribute("factor_opinion", "Opinion of a factor", IndicatorGroup.Derived)
        {
            Inputs = PriceFields.HighLowClose | PriceFields.Volume,
            IsWorking = true,
            Says = "What one factor thinks of the price, from -1 to 1.",
            Formula = "distance: z-score / 2; gain: ROC / (usual NATR x sqrt(n)); quiet: 2 (1 - NATR / usual NATR); flow: (MFI - 50) / 25; each cut to [-1, 1]",
            Source = "this program's multi-factor strategy",
        }, typeof(FactorOpinion));

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("factor_opinion_{factor}_{period}_{range_period}", "Opinion", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(FactorOpinionParameters parameters) => parameters.Factor switch
    {
        Factor.Distance => [$"zscore_{parameters.Period}"],
        Factor.Gain => [$"roc_{parameters.Period}", $"natr_{parameters.RangePeriod}"],
        Factor.Quiet => [$"natr_{parameters.Period}", $"natr_{parameters.RangePeriod}"],
        _ => [$"mfi_{parameters.Period}"],
    };

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, FactorOpinionParameters parameters, in OutputColumns outputs)
    {
        var result = outputs[0];
        int warm = parameters.WarmUpBars;
        var one = bars.Source(0);
        switch (parameters.Factor)
        {
            case Factor.Distance:
                for (int i = warm; i < result.Length; i++)
                {
                    result[i] = Opinion(one[i] * 0.5);
                }

                break;
            case Factor.Gain:
                var usual = bars.Source(1);
                double steps = Math.Sqrt(parameters.Period);
                for (int i = warm; i < result.Length; i++)
                {
                    result[i] = Opinion(one[i] / (usual[i] * steps));
                }

                break;
            case Factor.Quiet:
                var ranges = bars.Source(1);
                for (int i = warm; i < result.Length; i++)
                {
                    result[i] = Opinion((1 - (one[i] / ranges[i])) * 2);
                }

                break;
            default:
                var volume = bars.Volume;
                for (int i = warm; i < result.Length; i++)
                {
                    // An index of 0 on a bar without volume says that there is no volume, not that all of it was sold.
                    result[i] = one[i] == 0 && volume[i] == 0 ? 0 : Opinion((one[i] - 50) / 25);
                }

                break;
        }
    }

    /// <summary>A factor inside [-1, 1]; one without a value, such as a distance from equal prices, has no say.</summary>
    private static double Opinion(double factor) => double.IsNaN(factor) ? 0 : Math.Clamp(factor, -1, 1);
}

/// <summary>Which opinion, and over how many bars.</summary>
internal sealed record FactorOpinionParameters : IndicatorParameters
{
    /// <summary>The factor.</summary>
    public Factor Factor { get; init; }

    /// <summary>Bars it looks back.</summary>
    public int Period { get; init; } = 14;

    /// <summary>Bars of the usual range; 0 for factors that do not measure against one.</summary>
    public int RangePeriod { get; init; }

    /// <inheritdoc/>
    public override int WarmUpBars => Factor == Factor.Distance ? Period - 1 : Math.Max(Period, RangePeriod);
}

/// <summary>What an opinion is about.</summary>
internal enum Factor
{
    /// <summary>Distance of the close from its mean, in standard deviations.</summary>
    Distance,

    /// <summary>Gain, against the ranges that are usual.</summary>
    Gain,

    /// <summary>Whether ranges are narrower than usual.</summary>
    Quiet,

    /// <summary>Whether money flows in.</summary>
    Flow,
}
