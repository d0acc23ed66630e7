using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Moving average convergence and divergence.</summary>
[Indicator("macd", "MACD", IndicatorGroup.Momentum, Levels = [0],
    Formula = "macd = EMA fast - EMA slow, both started on the same bar; signal = EMA of macd; histogram = macd - signal",
    Says = "Distance between a fast and a slow average. The line above its signal says the short trend gains on the long one.",
    Source = "Appel, The Moving Average Convergence-Divergence Trading Method (1979)")]
public sealed class Macd : Indicator<MacdParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("macd_{fast}_{slow}_{signal}", "MACD", OutputUnit.Price),
        new("macd_signal_{fast}_{slow}_{signal}", "MACD signal", OutputUnit.Price),
        new("macd_hist_{fast}_{slow}_{signal}", "MACD histogram", OutputUnit.Price) { IsHistogram = true },
    ];

    /// <summary>One pass for all three lines; the weights are apart from the lengths because MACDFIX has its own.</summary>
    internal static void Write(ReadOnlySpan<double> close, int fastBars, int slowBars, int signalBars, double fastWeight, double slowWeight, in OutputColumns outputs)
    {
        double fast = Mean(close.Slice(slowBars - fastBars, fastBars)), slow = Mean(close[..slowBars]);
        double fastKeep = 1 - fastWeight, slowKeep = 1 - slowWeight;
        double sum = fast - slow;
        int first = slowBars + signalBars - 2;
        double line = sum;
        for (int i = slowBars; i <= first; i++)
        {
            fast = Math.FusedMultiplyAdd(fast, fastKeep, close[i] * fastWeight);
            slow = Math.FusedMultiplyAdd(slow, slowKeep, close[i] * slowWeight);
            line = fast - slow;
            sum += line;
        }

        double signal = sum / signalBars, signalWeight = Ema.Weight(signalBars), signalKeep = 1 - signalWeight;
        var now = close[(first + 1)..];
        Span<double> lines = outputs[0][first..], signals = outputs[1][first..], histogram = outputs[2][first..];
        (lines[0], signals[0], histogram[0]) = (line, signal, line - signal);
        lines = lines[1..][..now.Length];
        signals = signals[1..][..now.Length];
        histogram = histogram[1..][..now.Length];
        for (int i = 0; i < now.Length; i++)
        {
            fast = Math.FusedMultiplyAdd(fast, fastKeep, now[i] * fastWeight);
            slow = Math.FusedMultiplyAdd(slow, slowKeep, now[i] * slowWeight);
            line = fast - slow;
            signal = Math.FusedMultiplyAdd(signal, signalKeep, line * signalWeight);
            lines[i] = line;
            signals[i] = signal;
            histogram[i] = line - signal;
        }
    }

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1, zero: true);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MacdParameters parameters, in OutputColumns outputs) =>
        Write(bars.Close, parameters.Fast, parameters.Slow, parameters.Signal, Ema.Weight(parameters.Fast), Ema.Weight(parameters.Slow), outputs);

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}

/// <summary>Parameters of <see cref="Macd"/>.</summary>
public sealed record MacdParameters : FastSlowParameters
{
    /// <summary>Bars of the signal line's average.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 15, 1), Display(Name = "Signal", Description = "Bars in the average of the MACD line.")]
    public int Signal { get; init; } = 9;

    /// <inheritdoc/>
    public override int WarmUpBars => Slow + Signal - 2;
}
