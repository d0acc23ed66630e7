using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>One row of the pass table.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Asked">What passes.</param>
/// <param name="Found">What was found, in words; null when it is not defined.</param>
/// <param name="Passes">Whether it passes; null when it is not defined.</param>
/// <param name="Why">What it says.</param>
public sealed record PassRow(string Name, string Asked, string? Found, bool? Passes, string Why);

/// <summary>
/// The pass table that TradeStation's Walk-Forward Optimizer made usual (Pardo, The Evaluation and Optimization of Trading Strategies, 2nd ed., ch. 11):
/// profit out of sample, efficiency, how many tests make money, how evenly, and how deep the worst falls.
/// </summary>
public static class PassTable
{
    private const double LeastEfficiency = 0.5, LeastWinners = 0.5, MostOfOne = 0.5, MostDrawdown = 0.4;

    /// <summary>The rows, in the order of the table.</summary>
    public static IReadOnlyList<PassRow> Of(WalkForwardOutcome outcome)
    {
        double?[] returns = [.. outcome.Windows.Select(window => window.Plateau.OutOfSample.Figures.GetValueOrDefault("total_return"))];
        double[] known = [.. returns.OfType<double>()];
        double gains = known.Where(value => value > 0).Sum();
        double? total = outcome.Plateau.Figures.GetValueOrDefault("total_return"), depth = outcome.Plateau.Figures.GetValueOrDefault("max_drawdown");
        int winners = known.Count(value => value > 0);
        return
        [
            new("Overall profit", "above 0", FigureText.Percent(total, 1, plus: true), total is null ? null : total > 0, "What all tests made together, one after the other with the money the one before left."),
            new("Walk-forward efficiency", $"{FigureText.Percent(LeastEfficiency, 0)} or more", FigureText.Percent(outcome.Efficiency, 0), outcome.Efficiency is null ? null : outcome.Efficiency >= LeastEfficiency,
                outcome.Efficiency is null ? "Not defined: training made nothing that a test could keep." : "Yearly growth in the tests over that in training: how much of what was promised was kept."),
            new("Consistency of profits", $"{FigureText.Percent(LeastWinners, 0)} of tests or more", known.Length == 0 ? null : $"{winners} of {known.Length}", known.Length == 0 ? null : winners >= LeastWinners * known.Length, "Tests that made money."),
            new("Spread of profits", $"no test above {FigureText.Percent(MostOfOne, 0)} of all gains", gains > 0 ? FigureText.Percent(known.Max() / gains, 0) : null, gains > 0 ? known.Length < 2 ? null : known.Max() <= MostOfOne * gains : null,
                known.Length < 2 ? "Not defined with one test." : gains > 0 ? "Share of the best test in the gains of all: one lucky stretch must not carry the rest." : "Not defined: no test made money."),
            new("Largest drawdown", $"not below {FigureText.Percent(-MostDrawdown, 0)}", FigureText.Percent(depth, 1), depth is null ? null : depth >= -MostDrawdown, "The deepest fall from a peak over all tests together."),
            new("Better than not choosing", "above the default", Lead(outcome), total is null || outcome.Default.Figures.GetValueOrDefault("total_return") is not { } untouched ? null : total > untouched, "Return of all tests less that of the default parameters over the same bars. Not of TradeStation, but the question behind it."),
        ];
    }

    private static string? Lead(WalkForwardOutcome outcome) =>
        FigureText.Percent(outcome.Plateau.Figures.GetValueOrDefault("total_return") - outcome.Default.Figures.GetValueOrDefault("total_return"), 1, plus: true);
}
