using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Pearson's correlation of two columns of the bar.</summary>
[Indicator("correl", "Correlation", IndicatorGroup.Statistic, Usual = ["correl_hl_30", "correl_cv_20"],
    Formula = "covariance / (deviation x deviation) over n bars, on levels; 0 when a column does not vary",
    Says = "Whether two columns, such as close and volume, moved together over n bars: 1 always, -1 never, 0 no relation.",
    Source = "Pearson, product-moment correlation")]
public sealed class Correl : Indicator<CorrelParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("correl_{first}{second}_{period}", "Correlation", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        new($"{Math.Abs(input.Now(0)) switch { >= 0.7 => "Strongly", >= 0.3 => "Loosely", _ => "Hardly" }} related{(input.Now(0) < -0.3 ? ", in opposite directions" : "")}; {input.SlopeWord(0)}.", Lean.None);

    /// <inheritdoc/>
    protected override PriceFields? InputsOf(CorrelParameters parameters) => parameters.Fields;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, CorrelParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> x = bars.Field(parameters.First), y = bars.Field(parameters.Second);
        var result = outputs[0];
        double sumX = 0, sumY = 0, sumXX = 0, sumYY = 0, sumXY = 0;
        for (int i = 0; i < result.Length; i++)
        {
            if (i >= n)
            {
                double oldX = x[i - n], oldY = y[i - n];
                sumX -= oldX;
                sumXX -= oldX * oldX;
                sumXY -= oldX * oldY;
                sumY -= oldY;
                sumYY -= oldY * oldY;
            }

            sumX += x[i];
            sumXX += x[i] * x[i];
            sumXY += x[i] * y[i];
            sumY += y[i];
            sumYY += y[i] * y[i];
            if (i >= n - 1)
            {
                double spread = (sumXX - (sumX * sumX / n)) * (sumYY - (sumY * sumY / n));
                result[i] = spread < Zero ? 0 : (sumXY - (sumX * sumY / n)) / Math.Sqrt(spread);
            }
        }
    }
}

/// <summary>Parameters of <see cref="Correl"/>.</summary>
public sealed record CorrelParameters() : FieldPairParameters(30, PriceField.High, PriceField.Low);
