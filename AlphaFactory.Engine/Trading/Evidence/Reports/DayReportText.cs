using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>A report as a short message without markup, made for a telephone.</summary>
public static class DayReportText
{
    /// <summary>Characters a message may have; Telegram takes 4,096.</summary>
    public const int Longest = 3500;

    /// <summary>Writes it. What does not fit is counted, not dropped silently.</summary>
    public static string Write(DayReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(report.IsDay ? $"Day {ReportText.Day(report.From)}" : $"Week {ReportText.Day(report.From)} to {ReportText.Day(report.To)}");
        if (report.Deployments.Count == 0)
        {
            return text.Append("No deployment has a judged day in it.").ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"P&L {DayReportWords.Money(report.ProfitAndLoss)}, {DayReportWords.Count(report.Trades, "trade")}, {DayReportWords.Count(report.Blocked, "order")} refused or cut.");
        text.AppendLine(DayReportWords.Tracking(report.Tracking));
        if (report.Quality.All.Execution.Value.Value is { } cost)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Execution {DayReportWords.BasisPoints(cost)} an order (n {report.Quality.All.Execution.Count}), model {DayReportWords.BasisPoints(report.Quality.All.Assumed.Value.Value)}.");
        }

        int left = report.Deployments.Count;
        foreach (var part in report.Deployments)
        {
            string own = Part(part);
            if (text.Length + own.Length > Longest)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"\nand {DayReportWords.Count(left, "more deployment")}");
                break;
            }

            text.Append(own);
            left--;
        }

        return text.ToString().TrimEnd();
    }

    private static string Part(DeploymentReport part)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"\n{part.Name} ({part.Mode}{(part.IsExercise ? ", replay" : "")}, {string.Join(", ", part.Symbols)})");
        text.AppendLine(CultureInfo.InvariantCulture, $"P&L {DayReportWords.Money(part.ProfitAndLoss)} ({ReportText.Percent(part.Return.Value, 2, plus: true)}), equity {DayReportWords.Money(part.Equity, plus: false)}, {DayReportWords.Count(part.Trades.Count, "trade")}");
        foreach (var odd in part.Rows.Where(row => row.Cause is not null).Take(5))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{DayReportWords.Kind(odd.Kind)}: {odd.Why}");
        }

        foreach (var group in part.Blocked.GroupBy(answer => (answer.By, answer.Code)).OrderByDescending(group => group.Count()).Take(5))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Refused or cut {group.Count()}x by {RuleWords.Name(group.Key.By)}: {RuleWords.Meaning(group.Key.Code)}");
        }

        return text.ToString();
    }
}
