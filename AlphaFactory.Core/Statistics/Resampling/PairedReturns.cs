using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>
/// Figures of several runs on the same drawn days, so that what moves all of them alike falls out of a difference. Draw k of one run
/// belongs to draw k of every other.
/// </summary>
/// <remarks>Source: Ledoit and Wolf, Robust Performance Hypothesis Testing with the Sharpe Ratio, Journal of Empirical Finance 15 (2008), for pairing; the stationary bootstrap for the draws.</remarks>
public static class PairedReturns
{
    /// <summary>Draws of cagr, sharpe, volatility and max_drawdown.</summary>
    /// <param name="runs">Daily returns of each run over the same days, 20 or more.</param>
    /// <param name="daysPerYear">Days of a year.</param>
    /// <param name="seed">Seed of the draws; with the seed of a run over the same days its own intervals come out.</param>
    /// <returns>For each run, <see cref="ReturnIntervals.Resamples"/> figures by statistic id.</returns>
    /// <exception cref="ArgumentException">The runs differ in length.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, double[]>> Draw(IReadOnlyList<double[]> runs, double daysPerYear, int seed)
    {
        int days = runs.Count == 0 ? 0 : runs[0].Length;
        if (runs.FirstOrDefault(run => run.Length != days) is { } other)
        {
            throw new ArgumentException($"One run has {days} days and another {other.Length}. Cut them to the days they share.", nameof(runs));
        }

        Dictionary<string, double[]>[] drawn = [.. runs.Select(_ => new Dictionary<string, double[]>
        {
            ["cagr"] = new double[ReturnIntervals.Resamples],
            ["sharpe"] = new double[ReturnIntervals.Resamples],
            ["volatility"] = new double[ReturnIntervals.Resamples],
            ["max_drawdown"] = new double[ReturnIntervals.Resamples],
        })];
        var random = new SeededRandom(unchecked((ulong)seed));
        int[] indices = new int[days];
        for (int draw = 0; draw < ReturnIntervals.Resamples && days > 0; draw++)
        {
            StationaryBootstrap.Draw(days, ReturnIntervals.MeanBlock, random, indices);
            for (int run = 0; run < drawn.Length; run++)
            {
                var path = ResampledPath.Of(runs[run], indices, daysPerYear);
                drawn[run]["cagr"][draw] = Math.Pow(1 + path.Total, daysPerYear / days) - 1;
                drawn[run]["sharpe"][draw] = path.Sharpe;
                drawn[run]["volatility"][draw] = path.Volatility;
                drawn[run]["max_drawdown"][draw] = path.Drawdown;
            }
        }

        return drawn;
    }
}
