using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Relative strength index with Wilder's averages.</summary>
[Indicator("rsi", "Relative strength index", IndicatorGroup.Momentum, Levels = [30, 70], Usual = ["rsi_7", "rsi_14"],
    Formula = "100 g / (g + l), g and l Wilder's averages of gains and losses; 0 when both are 0",
    Says = "How much of the recent movement was upward. Above 70 is called overbought, below 30 oversold; in a strong trend it stays there for long.",
    Source = "Wilder, New Concepts in Technical Trading Systems (1978)")]
public sealed class Rsi : Indicator<RsiParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("rsi_{period}", "RSI", OutputUnit.Points)];

    /// <summary>The averages of the first <paramref name="period"/> gains and losses.</summary>
    internal static (double Gain, double Loss) Seed(ReadOnlySpan<double> values, int period)
    {
        double gain = 0, loss = 0;
        for (int i = 1; i <= period; i++)
        {
            double change = values[i] - values[i - 1];
            if (change < 0)
            {
                loss -= change;
            }
            else
            {
                gain += change;
            }
        }

        return (gain / period, loss / period);
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RsiParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var close = bars.Close;
        var (gain, loss) = Seed(close, n);
        var now = close[n..];
        var result = outputs[0][n..][..now.Length];
        result[0] = gain + loss < Zero ? 0 : 100 * gain / (gain + loss);
        double take = 1.0 / n, keep = 1 - take, before = now[0];
        for (int i = 1; i < now.Length; i++)
        {
            double change = (now[i] - before) * take;
            before = now[i];
            gain = Math.FusedMultiplyAdd(gain, keep, double.MaxNative(change, 0));
            loss = Math.FusedMultiplyAdd(loss, keep, double.MaxNative(-change, 0));
            double total = gain + loss;
            result[i] = total < Zero ? 0 : 100 * gain / total;
        }
    }
}

/// <summary>Parameters of <see cref="Rsi"/>.</summary>
public sealed record RsiParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
