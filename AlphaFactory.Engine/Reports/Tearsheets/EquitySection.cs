using System.Text;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Reports.Drawing;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>What 1 became, with the benchmark, and the drawdown below on the same days.</summary>
internal static class EquitySection
{
    private const double Width = 1040, Right = 976, Top = 8, Split = 268, DrawdownTop = 288, Bottom = 400, Height = 424;

    private const double LargestEvenRatio = 8;

    public static void Write(StringBuilder page, ReturnSeries series)
    {
        var run = series.Run;
        double[] own = [1, .. run.Equity];
        double[] other = run.BenchmarkReturns.Length == run.Days ? [1, .. Performance.FromReturns(run.BenchmarkReturns).Equity] : [];
        double low = own.Concat(other).Where(double.IsFinite).Min(), high = own.Concat(other).Where(double.IsFinite).Max();
        bool byRatio = low > 0 && high / low > LargestEvenRatio;
        var svg = new Svg(Width, Height, "Growth of 1 and drawdown by day");
        var days = new DayAxis(run.Days, run.Dates, 1, Right);
        var scale = Scale.Around([low, high], Split, Top, byRatio);
        int decimals = byRatio || high >= 1000 ? high >= 1000 ? 0 : 2 : Math.Max(2, scale.Decimals(5));
        var plot = new LinePlot(svg, days, scale, value => ReportText.Number(value, decimals));
        plot.Grid(5, scale[own[^1]]);
        plot.Level(1, "zero");
        plot.Line(other, -1, "other");
        plot.Line(own, -1, "run");
        plot.Last(own[^1]);
        Drawdown(svg, days, [0, .. run.Drawdown]);
        days.Draw(svg, Top, Bottom);
        string names = series.Benchmark is { } name
            ? $"<p class=\"quiet\"><span class=\"key\"></span>{ReportText.Html(series.Name)}<span class=\"key other\"></span>{ReportText.Html(name)}</p>"
            : "";
        page.Append($"<section><h2>Growth of 1{(byRatio ? ", logarithmic" : "")}, and drawdown</h2>{names}<div class=\"chart\" tabindex=\"0\">{svg}</div></section>");
    }

    private static void Drawdown(Svg svg, DayAxis days, double[] drawdown)
    {
        int trough = Array.IndexOf(drawdown, drawdown.Min());
        double deepest = drawdown[trough];
        var scale = new Scale(deepest < 0 ? deepest * 1.18 : -0.01, 0, Bottom, DrawdownTop);
        var plot = new LinePlot(svg, days, scale, value => ReportText.Percent(value, scale.Decimals(3, 100)));
        plot.Grid(3);
        plot.Area(drawdown, -1, 0, "sink-fill");
        plot.Line(drawdown, -1, "sink");
        if (deepest < 0)
        {
            double x = days[trough - 1];
            svg.Text(x, scale[deepest] + 13, ReportText.Percent(deepest), x < 40 ? "start" : x > Right - 40 ? "end" : "middle", "loss");
        }
    }
}
