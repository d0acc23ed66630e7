using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Studies;

/// <summary>How a sweep stands against luck.</summary>
public enum LuckOutcome
{
    /// <summary>Every test passes.</summary>
    Clear,

    /// <summary>Some pass and some do not, or some could not be made.</summary>
    Unclear,

    /// <summary>None passes and at least one fails.</summary>
    Luck,

    /// <summary>No test could be made.</summary>
    Unknown,
}

/// <summary>Whether the best of a sweep is more than luck, in words, with the three tests behind it.</summary>
/// <param name="Outcome">How it stands.</param>
/// <param name="Headline">The conclusion.</param>
/// <param name="Text">What is recommended and what it is held against.</param>
/// <param name="Tests">The tests.</param>
public sealed record SweepVerdict(LuckOutcome Outcome, string Headline, string Text, IReadOnlyList<VerdictTest> Tests)
{
    /// <summary>Deflated Sharpe ratio asked for.</summary>
    public const double LeastDeflated = 0.95;

    /// <summary>Overfitting probability that must not be reached.</summary>
    public const double MostOverfit = 0.5;

    /// <summary>p-value that must not be reached.</summary>
    public const double MostByChance = 0.05;

    /// <summary>Judges a sweep.</summary>
    public static SweepVerdict Of(SweepStudyResult result, StatisticRegistry statistics)
    {
        var objective = new ObjectiveWords(result.Sweep.Objective, statistics);
        if (result.Best is null)
        {
            return new SweepVerdict(LuckOutcome.Unknown, "No set has a figure to judge.", $"{(result.Sets == 1 ? "The only set has no" : $"None of the {Count(result.Sets)} sets has a")} defined {objective.Name}; most likely nothing was traded.", []);
        }

        VerdictTest[] tests = [Deflated(result), Overfit(result), Superior(result)];
        int passed = tests.Count(test => test.Passes == true), failed = tests.Count(test => test.Passes == false);
        var (outcome, headline) = (passed, failed) switch
        {
            (3, 0) => (LuckOutcome.Clear, "The best set stands out beyond luck."),
            (0, 0) => (LuckOutcome.Unknown, "Whether this is more than luck cannot be said."),
            (_, 0) => (LuckOutcome.Unclear, $"Nothing speaks for luck, but only {(passed == 1 ? "one test" : "two tests")} of three could be made."),
            (0, 3) => (LuckOutcome.Luck, "The best set is what luck alone would find."),
            (0, _) => (LuckOutcome.Luck, "Nothing shows that the best set is more than luck."),
            _ => (LuckOutcome.Unclear, $"The best set is not clear of luck: {passed} of {passed + failed} tests pass."),
        };
        return new SweepVerdict(outcome, headline, SweepRecommendation.Of(result, objective), tests);
    }

    private static VerdictTest Deflated(SweepStudyResult result)
    {
        const string Name = "Deflated Sharpe of the best";
        return result.DeflatedSharpe.Value is { } value
            ? new VerdictTest(Name, ReportText.Number(value), value, LeastDeflated, value >= LeastDeflated, $"{FigureText.Count(result.Trials, "try", "tries")} of this strategy, {Count(result.Sets)} of them here. The chance that the best is better than what the best of so many tries shows without any edge. A set counts again when a sweep of other ranges or settings tries it, so this is rather too strict. {ReportText.Number(LeastDeflated)} is asked for.")
            : new VerdictTest(Name, null, null, LeastDeflated, null, $"Not defined: {result.DeflatedSharpe.Reason}.");
    }

    private static VerdictTest Overfit(SweepStudyResult result)
    {
        const string Name = "Probability of overfitting";
        return result.Overfit is { } overfit
            ? new VerdictTest(Name, ReportText.Percent(overfit.Probability, 0), overfit.Probability, MostOverfit, overfit.Probability < MostOverfit, $"In {Count(Math.Round(overfit.Probability * overfit.Splits))} of {Count(overfit.Splits)} splits of the days the set that was best in sample fell into the lower half out of sample. {Count(overfit.Sets)} of {FigureText.Count(result.Sets, "set")} take part, ranked by Sharpe ratio whatever the objective is. Below {ReportText.Percent(MostOverfit, 0)} is asked for.")
            : new VerdictTest(Name, null, null, MostOverfit, null, $"Not defined: {result.OverfitReason}.");
    }

    private static VerdictTest Superior(SweepStudyResult result)
    {
        const string Name = "Chance of such a lead over holding";
        return result.Superiority is { } test
            ? new VerdictTest(Name, ReportText.Percent(test.Consistent, 1), test.Consistent, MostByChance, test.Consistent < MostByChance, $"Hansen's test on {FigureText.Count(test.Sets, "set")} and {Count(test.Resamples)} resamples: how often the best of them would lead buying and holding by so much in the mean return of a day, whatever the objective is, if none were better.{Sampled(test.Sets, result.Sets)} Below {ReportText.Percent(MostByChance, 0)} is asked for.")
            : new VerdictTest(Name, null, null, MostByChance, null, $"Not defined: {result.SuperiorityReason}.");
    }

    /// <summary>In a sample luck has fewer sets to choose from than the search had, so the figure errs on the side that flatters.</summary>
    private static string Sampled(long looked, long sets) =>
        looked < sets ? $" Of {FigureText.Count(sets, "set")} these are the ones looked at; what a sample leaves out makes the figure rather too small than too large." : "";

    private static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>One test for luck.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Figure">Its figure in words; null when it is not defined.</param>
/// <param name="Share">The figure on a scale of 0 to 1.</param>
/// <param name="Threshold">What is asked for on that scale.</param>
/// <param name="Passes">Whether it passes; null when it is not defined.</param>
/// <param name="Text">What it says.</param>
public sealed record VerdictTest(string Name, string? Figure, double? Share, double Threshold, bool? Passes, string Text);
