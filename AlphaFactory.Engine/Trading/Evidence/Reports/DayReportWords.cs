using System.Globalization;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>How the figures of a report are written, on the page and in the message.</summary>
internal static class DayReportWords
{
    public static string Money(double value, bool plus = true)
    {
        string sign = Math.Abs(value) < 0.005 ? "" : value < 0 ? "−" : plus ? "+" : "";
        return sign + "$" + Math.Abs(value).ToString("N2", CultureInfo.InvariantCulture);
    }

    public static string BasisPoints(double? fraction, bool plus = true) => fraction is not { } known ? ReportText.Dash
        : (Math.Abs(known) < 0.5e-5 ? "" : known < 0 ? "−" : plus ? "+" : "") + Math.Abs(10_000 * known).ToString("N1", CultureInfo.InvariantCulture) + " bp";

    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    public static string Tracking(Tracking tracking) => tracking.Share.Value is not { } share
        ? $"Tracking cannot be judged: {tracking.Share.Reason}."
        : string.Create(CultureInfo.InvariantCulture, $"{tracking.Matched} of {Count(tracking.Trades, "trade")} match the backtest ({ReportText.Percent(share, 0)}; {ReportText.Percent(Evidence.Tracking.EnoughMatched, 0)} must), prices {BasisPoints(tracking.MedianDifference.Value, plus: false)} apart at the median (slippage {BasisPoints(tracking.AllowedDifference.Value, plus: false)}).");

    public static string Kind(MatchKind kind) => kind switch
    {
        MatchKind.Same => "Same",
        MatchKind.Timing => "Other bar",
        MatchKind.Size => "Other size",
        MatchKind.Price => "Other price",
        MatchKind.Missing => "Missing",
        _ => "Extra",
    };

    public static string Cause(MatchCause? cause) => cause switch
    {
        MatchCause.Data => "data",
        MatchCause.Signal => "signal",
        MatchCause.RiskBlock => "risk block",
        MatchCause.Fill => "fill",
        _ => "",
    };
}
