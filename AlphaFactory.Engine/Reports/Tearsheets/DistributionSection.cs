using System.Text;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Engine.Reports.Drawing;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>How often which daily return came, beside the normal distribution of the same mean and deviation.</summary>
internal static class DistributionSection
{
    private const double Width = 1040, Left = 1, Right = 1039, Top = 22, Bottom = 216, Height = 240;

    private const int MostBins = 80, FewestDays = 30;

    public static void Write(StringBuilder page, ReturnSheet sheet)
    {
        var run = sheet.Run;
        if (run.Days < FewestDays || run.Moments.IsConstant)
        {
            return;
        }

        double low = run.SortedReturns[0], high = run.SortedReturns[^1];
        // Freedman and Diaconis: bins as wide as twice the middle half over the cube root of n.
        double middle = Percentile.OfSorted(run.SortedReturns, 0.75) - Percentile.OfSorted(run.SortedReturns, 0.25);
        int bins = middle > 0 ? (int)Math.Clamp(Math.Ceiling((high - low) * Math.Cbrt(run.Days) / (2 * middle)), 5, MostBins) : 21;
        double step = (high - low) / bins, limit = sheet.Measures["var95_hist_linear"].Value!.Value;
        int[] counts = new int[bins];
        foreach (double value in run.Returns)
        {
            counts[Math.Min(bins - 1, (int)((value - low) / step))]++;
        }

        var svg = new Svg(Width, Height, "Distribution of daily returns");
        var across = new Scale(low, high, Left, Right);
        double peak = run.Days * step / run.Moments.SampleDeviation * NormalDistribution.Density(0);
        var up = new Scale(0, Math.Max(counts.Max(), peak) * 1.05, Bottom, Top);
        Bars(svg, counts, low, step, limit, across, up);
        Curve(svg, run, step, across, up);
        svg.Line(across[limit], Top - 6, across[limit], Bottom, "limit");
        bool room = across[limit] > 190;
        svg.Text(across[limit] + (room ? -6 : 6), Top, $"5% of days below {ReportText.Percent(limit)}", room ? "end" : "start", "loss");
        foreach (double tick in across.Ticks(9).Where(tick => across[tick] > 24 && across[tick] < Right - 24))
        {
            svg.Line(across[tick], Bottom, across[tick], Bottom + 4, "axis");
            svg.Text(across[tick], Bottom + 16, ReportText.Percent(tick, across.Decimals(9, 100)), "middle");
        }

        svg.Line(Left, Bottom, Right, Bottom, "axis");
        page.Append($"<section><h2>Daily returns</h2><p class=\"quiet\"><span class=\"key bend\"></span>normal distribution with the same mean and deviation; skewness {ReportText.Number(run.Moments.Skewness)}, excess kurtosis {ReportText.Number(run.Moments.Kurtosis - 3)}</p><div class=\"chart\" tabindex=\"0\">{svg}</div></section>");
    }

    private static void Bars(Svg svg, int[] counts, double low, double step, double limit, Scale across, Scale up)
    {
        for (int bin = 0; bin < counts.Length; bin++)
        {
            double from = across[low + (bin * step)], to = across[low + ((bin + 1) * step)], top = up[counts[bin]];
            if (counts[bin] > 0)
            {
                svg.Rectangle(from + 0.5, top, Math.Max(0.5, to - from - 1), Bottom - top, low + ((bin + 1) * step) <= limit ? "bar tail" : "bar");
            }
        }
    }

    private static void Curve(Svg svg, Performance run, double step, Scale across, Scale up) =>
        svg.Path(
            Enumerable.Range(0, 161).Select(i => across.Low + ((across.High - across.Low) * i / 160)).Select(value =>
                (across[value], up[run.Days * step / run.Moments.SampleDeviation * NormalDistribution.Density((value - run.Moments.Mean) / run.Moments.SampleDeviation)])),
            "bend");
}
