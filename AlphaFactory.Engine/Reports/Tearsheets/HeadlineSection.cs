using System.Globalization;
using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Engine.Reports.Drawing;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>What the series is, what it says in one sentence, and six figures with their intervals.</summary>
internal static class HeadlineSection
{
    private const int Seed = 1;

    public static void Write(StringBuilder page, ReturnSeries series, ReturnSheet sheet)
    {
        var run = series.Run;
        string span = run.Dates.Length > 0 ? $" from {ReportText.Day(run.Dates[0])} to {ReportText.Day(run.Dates[^1])}" : "";
        string against = series.Benchmark is { } name ? $", against {ReportText.Html(name)}" : "";
        page.Append(CultureInfo.InvariantCulture, $"<header><h1>{ReportText.Html(series.Name)}</h1><p class=\"quiet\">{run.Days:N0} daily returns{span}{against}</p><p class=\"said\">{Sentence(sheet)}</p></header>");
        var intervals = ReturnIntervals.Compute(run, Seed);
        page.Append("<section class=\"figures\">");
        Figure(page, "Total return", sheet.Measures["total_return"], (value, decimals) => ReportText.Percent(value, decimals, true), Found(intervals, "total_return"));
        Figure(page, "CAGR", sheet.Measures["cagr_252"], (value, decimals) => ReportText.Percent(value, decimals, true), Found(intervals, "cagr"));
        Figure(page, "Sharpe ratio", sheet.Measures["sharpe_ddof1"], (value, _) => ReportText.Number(value), Found(intervals, "sharpe"));
        Figure(page, "Maximum drawdown", sheet.Measures["max_drawdown"], (value, decimals) => ReportText.Percent(value, decimals), Found(intervals, "max_drawdown"), reference: null);
        Figure(page, "Volatility", sheet.Measures["vol_ann_ddof1"], (value, decimals) => ReportText.Percent(value, decimals), null);
        Figure(page, "Sortino ratio", sheet.Measures["sortino_full_n"], (value, _) => ReportText.Number(value), null);
        page.Append("</section>");
    }

    private static (double Low, double High)? Found(IReadOnlyDictionary<string, (double Low, double High)> intervals, string id) =>
        intervals.TryGetValue(id, out var interval) ? interval : null;

    private static string Sentence(ReturnSheet sheet)
    {
        if (sheet.Measures["psr_vs_0"] is not { Value: { } probability })
        {
            return $"<strong>Nothing can be said of the odds</strong>: {ReportText.Html(sheet.Measures["psr_vs_0"].Reason!)}.";
        }

        string odds = $"The probability that the true Sharpe ratio is above 0 is <strong>{Odds(probability)}</strong>";
        if (sheet.Deflated is [_, _, _, { Probability.Value: { } deflated } stated])
        {
            return stated.Trials == 1
                ? $"{odds}, for a series that was tried once."
                : $"{odds}; that it is more than the luck of the best of {stated.Trials.ToString("N0", CultureInfo.InvariantCulture)} tries, <strong>{Odds(deflated)}</strong>.";
        }

        return sheet.Measures["min_track_record_length_95_vs_0"] is { Value: { } needed }
            ? $"{odds} if this was the only try; 95% takes {needed.ToString("N0", CultureInfo.InvariantCulture)} days of such returns."
            : $"{odds} if this was the only try.";
    }

    /// <summary>A probability is never written as certain.</summary>
    private static string Odds(double probability) =>
        probability > 0.9995 ? "above 99.9%" : probability < 0.0005 ? "below 0.1%" : ReportText.Percent(probability, 1);

    private static void Figure(StringBuilder page, string name, Measure measure, Func<double?, int, string> write, (double Low, double High)? interval, double? reference = 0)
    {
        string drawn = interval is { } ends && reference is { } zero && measure.Value is { } value ? Whisker.Draw(value, ends, zero) : "";
        string note = interval is { } range ? $"95%: {write(range.Low, 1)} to {write(range.High, 1)}" : measure.Reason ?? "";
        page.Append($"<div class=\"figure\"><span class=\"quiet\">{name}</span><b>{write(measure.Value, 2)}</b>{drawn}<small>{ReportText.Html(note)}</small></div>");
    }
}
