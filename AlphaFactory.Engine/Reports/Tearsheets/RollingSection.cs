using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Columns;
using AlphaFactory.Engine.Reports.Drawing;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>Sharpe ratio, volatility and beta of moving windows, so that a good year cannot hide the rest.</summary>
internal static class RollingSection
{
    private const int Window = 126, VolatilityWindow = 63;

    private const double Width = 1040, Right = 976, Height = 200, Top = 8, Bottom = 176;

    public static void Write(StringBuilder page, ReturnSeries series)
    {
        var run = series.Run;
        Chart(page, run, $"Rolling Sharpe ratio, {Window} days", RollingReturns.Sharpe(run.Returns, Window, run.DaysPerYear), Window, value => ReportText.Number(value, 1));
        Chart(page, run, $"Rolling volatility, {VolatilityWindow} days", RollingReturns.Volatility(run.Returns, VolatilityWindow, run.DaysPerYear), VolatilityWindow, value => ReportText.Percent(value, 0));
        if (series.Benchmark is { } name)
        {
            Chart(page, run, $"Rolling beta to {name}, {Window} days", RollingReturns.Beta(run.Returns, run.BenchmarkReturns, Window), Window, value => ReportText.Number(value, 2));
        }
    }

    private static void Chart(StringBuilder page, Performance run, string title, double[] column, int window, Func<double, string> write)
    {
        page.Append($"<section><h2>{ReportText.Html(title)}</h2>");
        if (!column.Any(double.IsFinite))
        {
            page.Append($"<p class=\"quiet\">{(run.Days < window ? $"It takes {window} days; there are {run.Days}." : "No window varies.")}</p></section>");
            return;
        }

        var svg = new Svg(Width, Height, title);
        var days = new DayAxis(run.Days, run.Dates, 1, Right);
        var scale = Scale.Around([0, .. column], Bottom, Top);
        var plot = new LinePlot(svg, days, scale, write);
        double last = column[^1];
        plot.Grid(4, double.IsFinite(last) ? scale[last] : null);
        plot.Level(0, "zero");
        plot.Line(column, 0, "run");
        if (double.IsFinite(last))
        {
            plot.Last(last);
        }

        days.Draw(svg, Top, Bottom);
        page.Append($"<div class=\"chart\" tabindex=\"0\">{svg}</div></section>");
    }
}
