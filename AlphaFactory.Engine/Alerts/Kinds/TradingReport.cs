using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Engine.Trading.Evidence.Reports;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>The report of a trading day or week, once it was judged.</summary>
[AlertKind("report", "Report of a day or week", Says = "What a trading day or week came to, over all deployments: money made, trades, how well they kept to their backtests, what orders cost and what was blocked. A day comes when it has been compared with its backtest, a week when a day of a later one has.")]
public sealed class TradingReport : AlertKind<TradingReportParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, TradingReportParameters parameters) => scene.Reports
        .Where(report => report.Deployments.Count > 0)
        .Where(report => report.IsDay ? parameters.Days : parameters.Weeks)
        .Where(report => parameters.Replays || report.Deployments.Any(part => !part.IsExercise))
        .Select(report => new AlertFact(
            // A deployment that is judged later makes it another report.
            string.Create(CultureInfo.InvariantCulture, $"report:{report.From:yyyy-MM-dd}:{report.To:yyyy-MM-dd}:{report.Deployments.Sum(part => part.Days.Count)}"),
            report.IsDay ? "report:day" : "report:week",
            AlertSeverity.Info,
            $"{(report.IsDay ? "Day" : "Week")} report: {DayReportWords.Money(report.ProfitAndLoss)}",
            DayReportText.Write(report),
            report.Deployments.Max(part => part.Days.Max(day => day.JudgedAt)))
        {
            Link = string.Create(CultureInfo.InvariantCulture, $"journal/reports/{report.From:yyyy-MM-dd}{(report.IsDay ? "" : "?span=week")}"),
        });
}

/// <summary>Parameters of <see cref="TradingReport"/>.</summary>
public sealed record TradingReportParameters : AlertParameters
{
    /// <summary>Days.</summary>
    [Display(Name = "Days", Description = "A report of each trading day.")]
    public bool Days { get; init; } = true;

    /// <summary>Weeks.</summary>
    [Display(Name = "Weeks", Description = "A report of each week.")]
    public bool Weeks { get; init; } = true;

    /// <summary>Replays.</summary>
    [Display(Name = "Replays", Description = "Also when every deployment only replayed days of the past.")]
    public bool Replays { get; init; } = true;
}
