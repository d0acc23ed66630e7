using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Fast stochastic of the RSI.</summary>
[Indicator("stochrsi", "Stochastic RSI", IndicatorGroup.Momentum, Levels = [20, 80], Usual = ["stochrsi_k_14_5_3", "stochrsi_k_14_14_3"],
    Formula = "K = 100 (rsi - lowest rsi) / (highest rsi - lowest rsi), 0 when both are equal; D = SMA(K)",
    Says = "Where the RSI stands in its own recent range; quicker and rougher than the RSI. Means nothing while price does not move.",
    Source = "Chande and Kroll, The New Technical Trader (1994)")]
public sealed class Stochrsi : Indicator<StochrsiParameters>
{
    private const double Zero = 1e-14;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("stochrsi_k_{period}_{range}_{smoothing}", "Stochastic RSI %K", OutputUnit.Points),
        new("stochrsi_d_{period}_{range}_{smoothing}", "Stochastic RSI %D", OutputUnit.Points),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override int ScratchLength(StochrsiParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, StochrsiParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period, first = n + parameters.Range - 1;
        var strength = outputs.Scratch[..(bars.Count - n)];
        WriteStrength(bars.Close, n, strength);
        FastStochastic.Write(strength, strength, strength, parameters.Range, outputs[0][n..]);
        Rolling.Mean(outputs[0][first..], parameters.Smoothing, outputs[1][first..]);
        outputs[0][first..parameters.WarmUpBars].Fill(double.NaN);
    }

    // Not the column of Rsi: while price stands still the RSI is constant but for its last digit, and that digit decides between
    // 0 and 100 here. Wilder's own order of operations gives the digits other software shows.
    private static void WriteStrength(ReadOnlySpan<double> close, int n, Span<double> result)
    {
        var (gain, loss) = Rsi.Seed(close, n);
        result[0] = gain + loss < Zero ? 0 : 100 * (gain / (gain + loss));
        for (int i = 1; i < result.Length; i++)
        {
            double change = close[n + i] - close[n + i - 1];
            gain = ((gain * (n - 1)) + double.MaxNative(change, 0)) / n;
            loss = ((loss * (n - 1)) + double.MaxNative(-change, 0)) / n;
            result[i] = gain + loss < Zero ? 0 : 100 * (gain / (gain + loss));
        }
    }
}

/// <summary>Parameters of <see cref="Stochrsi"/>.</summary>
public sealed record StochrsiParameters() : PeriodParameters(14)
{
    /// <summary>Bars of the RSI's range.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(5, 20, 1), Display(Name = "Range", Description = "Bars in which the RSI's highest and lowest value are looked for.")]
    public int Range { get; init; } = 5;

    /// <summary>Bars in the average of K.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(2, 6, 1), Display(Name = "Smoothing", Description = "Bars in the average of %K.")]
    public int Smoothing { get; init; } = 3;

    /// <inheritdoc/>
    public override int WarmUpBars => Period + Range + Smoothing - 2;
}
