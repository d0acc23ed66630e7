using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>Probability that choosing the best of several settings is overfitting, by combinatorially symmetric cross-validation.</summary>
/// <param name="Splits">All halvings of the blocks, in lexicographic order of the in-sample blocks.</param>
/// <param name="Probability">Share of splits with a logit at or below 0.</param>
/// <param name="ProbabilityOfLoss">Share of splits whose winner has a Sharpe ratio below 0 out of sample.</param>
/// <param name="Slope">Slope of the out-of-sample on the in-sample Sharpe ratio; NaN when the latter does not vary.</param>
/// <param name="Intercept">Intercept of that line.</param>
/// <param name="Determination">R squared of that line.</param>
/// <remarks>
/// Source: Bailey, Borwein, Lopez de Prado and Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance 20 (2017).
/// Many equally good settings give a high probability too, and dependence between days across block edges is not removed.
/// </remarks>
public sealed record OverfitProbability(IReadOnlyList<OverfitSplit> Splits, double Probability, double ProbabilityOfLoss, double Slope, double Intercept, double Determination)
{
    /// <summary>Compares all halvings.</summary>
    /// <param name="columns">Daily returns, one column a setting; two or more of the same length, finite.</param>
    /// <param name="blocks">Blocks of days, even, 2 to 20; the first rows that do not fill the blocks are left out. 16 gives 12,870 splits.</param>
    /// <param name="cancellationToken">Stops within a few splits.</param>
    public static OverfitProbability Compute(IReadOnlyList<double[]> columns, int blocks, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns.Count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, 20);
        ArgumentOutOfRangeException.ThrowIfNotEqual(blocks % 2, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns[0].Length, blocks * 2);
        var sums = BlockSums.Of(columns, blocks);
        OverfitSplit[] splits = [.. Combinations.Of(blocks, blocks / 2).Select(inSample =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return sums.Split(inSample);
        })];
        Moments inside = Moments.Of(Array.ConvertAll(splits, split => split.InSampleSharpe)), outside = Moments.Of(Array.ConvertAll(splits, split => split.OutOfSampleSharpe));
        double together = splits.Sum(split => (split.InSampleSharpe - inside.Mean) * (split.OutOfSampleSharpe - outside.Mean)) / splits.Length;
        double slope = inside.IsConstant ? double.NaN : together / inside.SecondCentral;
        return new OverfitProbability(
            splits,
            (double)splits.Count(split => split.Logit <= 0) / splits.Length,
            (double)splits.Count(split => split.OutOfSampleSharpe < 0) / splits.Length,
            slope,
            outside.Mean - (slope * inside.Mean),
            together * together / (inside.SecondCentral * outside.SecondCentral));
    }
}
