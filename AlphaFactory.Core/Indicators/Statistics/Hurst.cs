using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Rolling Hurst exponent by rescaled range.</summary>
[Indicator("hurst", "Hurst exponent", IndicatorGroup.Statistic, Levels = [0.5],
    Formula = "slope of log(mean R/S) on log(m) for pieces of m = 8, 16, 32 … up to n log returns; R the range of their cumulative deviations, S their population deviation; no value while price does not move or is not positive",
    Says = "Above 0.5 moves tend to go on, below they tend to turn. On short windows a random walk itself reads about 0.6: compare, do not take it as a fact.",
    Source = "Hurst, Long-Term Storage Capacity of Reservoirs (1951); Mandelbrot and Wallis (1969)")]
public sealed class Hurst : Indicator<HurstParameters>
{
    private const int ShortestPiece = 8;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("hurst_{period}", "Hurst exponent", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) =>
        new($"{(input.Now(0) > input.Levels[0] ? "Above 0.5: moves tended to go on" : "At or below 0.5: moves tended to turn")}; about 0.6 is what chance alone shows.", Lean.None);

    /// <inheritdoc/>
    protected override int ScratchLength(HurstParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, HurstParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var close = bars.Close;
        var returns = outputs.Scratch[..close.Length];
        for (int i = 1; i < close.Length; i++)
        {
            returns[i] = Math.Log(close[i] / close[i - 1]);
        }

        var result = outputs[0];
        for (int i = n; i < result.Length; i++)
        {
            result[i] = Exponent(returns.Slice(i - n + 1, n));
        }
    }

    private static double Exponent(ReadOnlySpan<double> returns)
    {
        double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (int length = ShortestPiece; length <= returns.Length; length *= 2)
        {
            double total = 0;
            int pieces = returns.Length / length;
            for (int piece = 0; piece < pieces; piece++)
            {
                // The newest returns are always used; what does not fill a piece is left out at the old end.
                total += RescaledRange(returns.Slice(returns.Length - ((piece + 1) * length), length));
            }

            double x = Math.Log(length), y = Math.Log(total / pieces);
            count++;
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }

        double slope = ((count * sumXY) - (sumX * sumY)) / ((count * sumXX) - (sumX * sumX));
        return double.IsFinite(slope) ? slope : double.NaN;
    }

    private static double RescaledRange(ReadOnlySpan<double> returns)
    {
        double sum = 0;
        foreach (double value in returns)
        {
            sum += value;
        }

        double mean = sum / returns.Length, walk = 0, highest = 0, lowest = 0, squares = 0;
        foreach (double value in returns)
        {
            double distance = value - mean;
            walk += distance;
            squares += distance * distance;
            highest = Math.Max(highest, walk);
            lowest = Math.Min(lowest, walk);
        }

        return squares == 0 ? 0 : (highest - lowest) / Math.Sqrt(squares / returns.Length);
    }
}

/// <summary>Parameters of <see cref="Hurst"/>.</summary>
public sealed record HurstParameters : IndicatorParameters
{
    /// <summary>Returns in the window.</summary>
    [Range(32, 5000), Unit("bars"), Sweep(64, 256, 32), Display(Name = "Period", Description = "Returns in the window.")]
    public int Period { get; init; } = 128;

    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
