using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Chande momentum oscillator, smoothed as the RSI is.</summary>
[Indicator("cmo", "Chande momentum oscillator", IndicatorGroup.Momentum, Levels = [-50, 0, 50],
    Formula = "100 (g - l) / (g + l), g and l Wilder's averages of gains and losses; 0 when both are 0",
    Says = "As the RSI, from -100 to 100 with 0 in the middle.",
    Source = "Chande and Kroll, The New Technical Trader (1994); smoothed as in TA-Lib")]
public sealed class Cmo : Indicator<CmoParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cmo_{period}", "CMO", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, CmoParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var close = bars.Close;
        var result = outputs[0];
        var (gain, loss) = Rsi.Seed(close, n);
        double take = 1.0 / n, keep = 1 - take;
        result[n] = gain + loss < Zero ? 0 : 100 * (gain - loss) / (gain + loss);
        for (int i = n + 1; i < close.Length; i++)
        {
            double change = (close[i] - close[i - 1]) * take;
            gain = Math.FusedMultiplyAdd(gain, keep, double.MaxNative(change, 0));
            loss = Math.FusedMultiplyAdd(loss, keep, double.MaxNative(-change, 0));
            double total = gain + loss;
            result[i] = total < Zero ? 0 : 100 * (gain - loss) / total;
        }
    }
}

/// <summary>Parameters of <see cref="Cmo"/>.</summary>
public sealed record CmoParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
