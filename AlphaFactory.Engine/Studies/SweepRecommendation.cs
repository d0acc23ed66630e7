using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;

namespace AlphaFactory.Engine.Studies;

/// <summary>What a sweep recommends, held against not choosing and not trading: the same sentence on the page, in the report and in the shell.</summary>
public static class SweepRecommendation
{
    /// <summary>The recommendation of a sweep in process.</summary>
    public static string Of(SweepOutcome outcome, ObjectiveWords objective) =>
        Of(outcome.Summary.Space.Definition.Axes, objective, (outcome.Plateau, outcome.PlateauGround), outcome.Best?.Objective, outcome.Default.Objective, outcome.BuyAndHold.Objective);

    /// <summary>The recommendation of a sweep that was stored.</summary>
    internal static string Of(SweepStudyResult result, ObjectiveWords objective) =>
        Of(result.Sweep.Axes, objective, (result.Plateau, result.PlateauGround), result.Best?.Objective, result.Default.Objective, result.BuyAndHold.Objective);

    private static string Of(IReadOnlyList<SweepAxis> axes, ObjectiveWords objective, (SweepRow? Row, Plateau? Ground) found, double? best, double? standard, double? holding)
    {
        if (found is not { Row: { } plateau, Ground: { } ground })
        {
            return "No set has neighbours that are good with it, so none is recommended.";
        }

        string values = string.Join(", ", plateau.Values.Select(pair => $"{ObjectiveWords.Spoken(pair.Key)} {pair.Value}"));
        string words = $"Recommended is the plateau, {values}: the {FigureText.Count(ground.Neighbours, "set")} around it have a median {objective.Name} of {objective.Write(ground.Median)}, against {objective.Write(best)} of the single best";
        string edge = RangeEdge.Words(axes, plateau) is { } beyond ? $" {beyond}" : "";
        return standard >= ground.Median ? $"{words}, but the default has {objective.Write(standard)} without any choosing: keep it.{edge}"
            : holding >= ground.Median ? $"{words}, but buying and holding has {objective.Write(holding)}: nothing here is better than not trading.{edge}"
            : $"{words}, {objective.Write(standard)} of the default and {objective.Write(holding)} of buying and holding.{edge} All of this is in sample; only a walk-forward says what it is worth outside.";
    }
}
