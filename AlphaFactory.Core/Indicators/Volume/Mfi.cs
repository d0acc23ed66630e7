namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>Money flow index.</summary>
[Indicator("mfi", "Money flow index", IndicatorGroup.Volume, Inputs = PriceFields.HighLowClose | PriceFields.Volume, Levels = [20, 80],
    Formula = "100 p / (p + n), p and n the sums over n bars of typical price x volume when the typical price rises or falls; 0 when the sum is below 1",
    Says = "The RSI's question asked of money: how much of it moved on rising bars.",
    Source = "Quong and Soudack, Volume-Weighted RSI: Money Flow, Stocks and Commodities 7 (1989)")]
public sealed class Mfi : Indicator<MfiParameters>
{
    private const double LeastFlow = 1;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("mfi_{period}", "MFI", OutputUnit.Points)];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(MfiParameters parameters) => ["typprice"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MfiParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> typical = bars.Source(0), volume = bars.Volume;
        var result = outputs[0];
        double rising = 0, falling = 0;
        for (int i = 1; i < result.Length; i++)
        {
            if (i > n)
            {
                double old = typical[i - n], flowed = old * volume[i - n];
                rising -= old > typical[i - n - 1] ? flowed : 0;
                falling -= old < typical[i - n - 1] ? flowed : 0;
            }

            double now = typical[i], flow = now * volume[i];
            rising += now > typical[i - 1] ? flow : 0;
            falling += now < typical[i - 1] ? flow : 0;
            if (i >= n)
            {
                double total = rising + falling;
                result[i] = total < LeastFlow ? 0 : 100 * (rising / total);
            }
        }
    }
}

/// <summary>Parameters of <see cref="Mfi"/>.</summary>
public sealed record MfiParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
