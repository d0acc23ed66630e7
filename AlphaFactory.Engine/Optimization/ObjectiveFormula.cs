using System.Text.RegularExpressions;
using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Reads what is to be large: a statistic a set has by itself, or an expression over such statistics.</summary>
public static class ObjectiveFormula
{
    private const string Deflated = "deflated_sharpe";

    /// <summary>Ids an objective may be made of.</summary>
    public static string[] Ids(StatisticRegistry statistics) => [.. Shown(statistics).Where(statistic => Refusal(statistic) is null).Select(statistic => statistic.Id)];

    /// <summary>Reads an objective.</summary>
    /// <param name="text">A statistic, or an expression over statistics.</param>
    /// <param name="statistics">The statistics there are.</param>
    /// <param name="fault">What is wrong, for people; null when all is well.</param>
    /// <param name="at">Place of the character the fault is about, from 0; -1 when all is well.</param>
    /// <returns>The formula, or null when there is a fault.</returns>
    public static Formula? Parse(string text, StatisticRegistry statistics, out string? fault, out int at)
    {
        if (Formula.Parse(text, [.. Shown(statistics).Select(statistic => statistic.Id)], out _) is { } whole
            && Shown(statistics).FirstOrDefault(statistic => whole.Variables.Contains(statistic.Id) && Refusal(statistic) is not null) is { } refused)
        {
            (fault, at) = ($"objective is \"{text}\", but {refused.Id} {Refusal(refused)}", Regex.Match(text, $@"\b{refused.Id}\b").Index);
            return null;
        }

        return Formula.Parse(text, Ids(statistics), out fault, out at);
    }

    private static IEnumerable<StatisticAttribute> Shown(StatisticRegistry statistics) => statistics.All.Where(statistic => statistic.Scope != StatisticScope.Tearsheet);

    private static string? Refusal(StatisticAttribute statistic) =>
        statistic.NeedsBenchmark ? "needs a benchmark, and sets are measured without one. Take sharpe or total_return: buying and holding stands beside every outcome."
        : statistic.Id == Deflated ? "discounts all tries together, and of one set by itself it is psr. Take psr: the deflated Sharpe ratio of the best set is computed at the end."
        : null;
}
