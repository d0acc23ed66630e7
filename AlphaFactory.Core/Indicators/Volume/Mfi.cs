using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

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
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(MfiParameters parameters) => ["typprice"];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Index(double rising, double falling) =>
        rising + falling < LeastFlow ? 0 : 100 * (rising / (rising + falling));

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MfiParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> typical = bars.Source(0), volume = bars.Volume;
        var result = outputs[0];
        double rising = 0, falling = 0, before = typical[0], beforeOld = before;
        for (int i = 1; i <= n; i++)
        {
            double now = typical[i], flow = now * volume[i];
            rising += Choose.WhenGreater(now, before, flow);
            falling += Choose.WhenGreater(before, now, flow);
            before = now;
        }

        result[n] = Index(rising, falling);
        for (int i = n + 1; i < result.Length; i++)
        {
            double old = typical[i - n], flowed = old * volume[i - n], now = typical[i], flow = now * volume[i];
            rising = rising - Choose.WhenGreater(old, beforeOld, flowed) + Choose.WhenGreater(now, before, flow);
            falling = falling - Choose.WhenGreater(beforeOld, old, flowed) + Choose.WhenGreater(before, now, flow);
            (before, beforeOld) = (now, old);
            result[i] = Index(rising, falling);
        }
    }
}

/// <summary>Parameters of <see cref="Mfi"/>.</summary>
public sealed record MfiParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
