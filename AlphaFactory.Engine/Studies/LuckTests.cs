using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>How likely the best of the sets is luck, from the daily returns of sets.</summary>
internal static class LuckTests
{
    /// <summary>Sets whose daily returns are looked at; more are sampled.</summary>
    public const int MostSets = 1000;

    private const int Blocks = 16, MostLeads = 250, Resamples = 1000, PairsShown = 500;
    private static readonly double s_year = Math.Sqrt(Performance.TradingDaysPerYear);

    /// <summary>Probability of backtest overfitting, or why there is none.</summary>
    /// <param name="returns">Daily returns, one column a set.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    public static (OverfitEvidence? Evidence, string? Reason) Overfitting(double[][] returns, CancellationToken cancellationToken)
    {
        if (returns.Length < 2)
        {
            return (null, "fewer than 2 sets");
        }

        if (returns[0].Length < 2 * Blocks)
        {
            return (null, $"fewer than {2 * Blocks} days");
        }

        var found = OverfitProbability.Compute(returns, Blocks, cancellationToken);
        var logits = new SweepHistogram();
        var shown = new EvenSample<OverfitSplit>(PairsShown);
        foreach (var split in found.Splits)
        {
            logits.Add(split.Logit);
            shown.Add(split);
        }

        var pairs = shown.Take();
        bool hasLine = double.IsFinite(found.Slope) && double.IsFinite(found.Intercept);
        return (new OverfitEvidence(
            returns.Length, Blocks, found.Splits.Count, found.Probability, found.ProbabilityOfLoss, hasLine ? found.Slope : null, hasLine ? found.Intercept * s_year : null,
            Bins(logits), [.. pairs.Select(split => split.InSampleSharpe * s_year)], [.. pairs.Select(split => split.OutOfSampleSharpe * s_year)]), null);
    }

    /// <summary>Hansen's test against holding, or why there is none.</summary>
    /// <param name="returns">Daily returns, one column a set.</param>
    /// <param name="best">Column of the best set.</param>
    /// <param name="held">Daily returns of buy and hold.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <param name="cancellationToken">Stops at once.</param>
    public static (SuperiorityEvidence? Evidence, string? Reason) Superiority(double[][] returns, int best, double[] held, int seed, CancellationToken cancellationToken)
    {
        var chosen = new EvenSample<int>(MostLeads - 1);
        for (int column = 0; column < returns.Length; column++)
        {
            chosen.Add(column);
        }

        double[][] leads = [.. chosen.Take().Append(best).Distinct().Select(column => Lead(returns[column], held)).Where(lead => !Moments.Of(lead).IsConstant)];
        if (leads.Length == 0 || held.Length < ReturnIntervals.FewestDays)
        {
            return (null, leads.Length == 0 ? "no set differs from buy and hold" : $"fewer than {ReturnIntervals.FewestDays} days");
        }

        var random = new SeededRandom(unchecked((ulong)seed));
        int[][] draws = [.. Enumerable.Range(0, Resamples).Select(_ => new int[held.Length])];
        foreach (int[] draw in draws)
        {
            StationaryBootstrap.Draw(held.Length, ReturnIntervals.MeanBlock, random, draw);
        }

        var test = SuperiorityTest.Compute(leads, draws, ReturnIntervals.MeanBlock, cancellationToken);
        return (new SuperiorityEvidence(leads.Length, Resamples, test.Consistent, test.Lower, test.Upper, test.RealityCheckProbability), null);
    }

    /// <summary>A histogram as its bins.</summary>
    public static IReadOnlyList<HistogramBin> Bins(SweepHistogram histogram) => [.. histogram.Filled.Select(bin => new HistogramBin(bin.From, bin.From + histogram.Width, bin.Count))];

    private static double[] Lead(double[] own, double[] held)
    {
        double[] lead = new double[own.Length];
        for (int day = 0; day < lead.Length; day++)
        {
            lead[day] = own[day] - held[day];
        }

        return lead;
    }
}
