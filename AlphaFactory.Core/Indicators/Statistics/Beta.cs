using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Slope of one column's returns on another's.</summary>
[Indicator("beta", "Beta of two columns", IndicatorGroup.Statistic, Usual = ["beta_hl_5", "beta_co_20"],
    Formula = "(n Σxy - Σx Σy) / (n Σx² - (Σx)²), x the first column's one-bar returns and y the second's; 0 when x does not vary",
    Says = "How much the second column moves when the first moves by one; the first is the market.",
    Source = "ordinary least squares")]
public sealed class Beta : Indicator<BetaParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("beta_{first}{second}_{period}", "Beta", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PlainReading.Of(input);

    /// <inheritdoc/>
    protected override PriceFields? InputsOf(BetaParameters parameters) => parameters.Fields;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, BetaParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> first = bars.Field(parameters.First), second = bars.Field(parameters.Second);
        var result = outputs[0];
        double sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (int i = 1; i < result.Length; i++)
        {
            double x = Return(first, i), y = Return(second, i);
            sumXX += x * x;
            sumXY += x * y;
            sumX += x;
            sumY += y;
            if (i < n)
            {
                continue;
            }

            double spread = (n * sumXX) - (sumX * sumX);
            result[i] = Math.Abs(spread) < Zero ? 0 : ((n * sumXY) - (sumX * sumY)) / spread;
            x = Return(first, i - n + 1);
            y = Return(second, i - n + 1);
            sumXX -= x * x;
            sumXY -= x * y;
            sumX -= x;
            sumY -= y;
        }
    }

    private static double Return(ReadOnlySpan<double> values, int place) =>
        Math.Abs(values[place - 1]) < Zero ? 0 : (values[place] - values[place - 1]) / values[place - 1];
}

/// <summary>Parameters of <see cref="Beta"/>.</summary>
public sealed record BetaParameters() : FieldPairParameters(5, PriceField.High, PriceField.Low)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
