using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>One-bar change of a triple exponential average.</summary>
[Indicator("trix", "TRIX", IndicatorGroup.Momentum, Levels = [0], Usual = ["trix_15", "trix_30"],
    Formula = "100 (e3[t] / e3[t-1] - 1), e3 the EMA of the EMA of the EMA; 0 when e3[t-1] is 0",
    Says = "Slope of a very smooth average; its sign is the direction of the trend with short swings taken out.",
    Source = "Hutson, Good TRIX, Stocks and Commodities 1 (1983)")]
public sealed class Trix : Indicator<TrixParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("trix_{period}", "TRIX", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, TrixParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        EmaLink first = new(n), second = new(n), third = new(n);
        var close = bars.Close;
        var result = outputs[0];
        double before = double.NaN;
        for (int i = 0; i < close.Length; i++)
        {
            if (first.Next(close[i]) && second.Next(first.Value) && third.Next(second.Value))
            {
                // On the first value there is none before it and the NaN stays.
                result[i] = before == 0 ? 0 : ((third.Value / before) - 1) * 100;
                before = third.Value;
            }
        }
    }
}

/// <summary>Parameters of <see cref="Trix"/>.</summary>
public sealed record TrixParameters() : PeriodParameters(30)
{
    /// <inheritdoc/>
    public override int WarmUpBars => (3 * (Period - 1)) + 1;
}
