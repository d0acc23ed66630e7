using System.Globalization;
using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>
/// One page that stands alone about a sweep: the verdict, the points, the tests for luck, where good sets lie, heatmaps, the spread, the best rows and how it was made. It needs no
/// script and asks no other machine for anything; light or dark follows the reader's system. The same outcome gives the same page to the byte.
/// </summary>
public static class OptimizationPage
{
    /// <summary>Writes the page as HTML.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="statistics">What the objective is made of.</param>
    /// <param name="isSynthetic">True when the bars were generated.</param>
    /// <param name="ended">When the sweep was done; null when that is not known.</param>
    public static string Write(SweepStudyResult result, StatisticRegistry statistics, bool isSynthetic, DateTimeOffset? ended)
    {
        var objective = new ObjectiveWords(result.Sweep.Objective, statistics);
        var run = result.Sweep.Run;
        var page = new StringBuilder();
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{ReportText.Html($"{run.Strategy} on {run.Symbol}: optimisation")}</title><style>\n{ReportStyle.Sheet}</style></head><body>");
        Head(page, result, statistics, objective, isSynthetic);
        PointSection.Write(page, result, objective);
        LuckSection.Write(page, result, statistics);
        ClusterSection.Write(page, result, objective);
        HeatSection.Write(page, result, objective);
        SpreadSection.Write(page, result, objective);
        RowSection.Write(page, result, objective);
        MadeSection.Write(page, result, ended);
        page.Append("<footer class=\"quiet\">Every figure is in sample: the parameters were chosen on the same days. A set's neighbourhood are the sets one step away on every axis, itself included. A dash means undefined.</footer></body></html>\n");
        return page.ToString();
    }

    private static void Head(StringBuilder page, SweepStudyResult result, StatisticRegistry statistics, ObjectiveWords objective, bool isSynthetic)
    {
        var sweep = result.Sweep;
        var verdict = SweepVerdict.Of(result, statistics);
        string ranges = string.Join(", ", sweep.Axes.Select(axis => $"{ObjectiveWords.Spoken(axis.Name)} {axis.Values[0]} to {axis.Values[^1]} ({FigureText.Count(axis.Values.Count, "value")})"));
        string days = $"{((result.FirstDay ?? sweep.Run.From) is { } from ? ReportText.Day(from) : "the first stored bar")} to {((result.LastDay ?? sweep.Run.To) is { } to ? ReportText.Day(to) : "the last")}";
        page.Append(CultureInfo.InvariantCulture, $"<header><h1>{ReportText.Html($"{sweep.Run.Strategy} on {sweep.Run.Symbol}")}: optimisation</h1><p class=\"quiet\">{FigureText.Count(result.Sets, "set")} by {ReportText.Html(sweep.Method)}, {ReportText.Html(ranges)}; {result.Bars:N0} bars, {days}; objective {ReportText.Html(objective.Name)}{(sweep.Where is { } where ? ", where " + ReportText.Html(where) : "")}{(isSynthetic ? "; <strong>synthetic prices</strong>" : "")}</p>");
        page.Append($"<p class=\"said\"><strong>{ReportText.Html(verdict.Headline)}</strong> {ReportText.Html(verdict.Text)}</p></header>");
    }
}
