using System.Text;
using AlphaFactory.Engine.Reports.Drawing;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>How the objectives of all sets are spread, with the plateau and what was not optimised.</summary>
internal static class SpreadSection
{
    private const double Width = 1040, Left = 1, Right = 1039, Top = 40, Bottom = 216, Height = 240;

    public static void Write(StringBuilder page, SweepStudyResult result, ObjectiveWords objective)
    {
        if (result.Histogram.Count == 0)
        {
            return;
        }

        (string Name, double Value)[] marks = [.. new (string, double?)[] { ("plateau", result.Plateau?.Objective), ("default", result.Default.Objective), ("holding", result.BuyAndHold.Objective) }.Where(mark => mark.Item2 is { } value && double.IsFinite(value)).Select(mark => (mark.Item1, mark.Item2!.Value))];
        var across = Scale.Around([result.Histogram[0].From, result.Histogram[^1].To, .. marks.Select(mark => mark.Value)], Left, Right);
        var up = new Scale(0, result.Histogram.Max(bin => bin.Count) * 1.05, Bottom, Top);
        var svg = new Svg(Width, Height, $"How {objective.Name} is spread over all sets");
        foreach (var bin in result.Histogram.Where(bin => bin.Count > 0))
        {
            svg.Rectangle(across[bin.From] + 0.5, up[bin.Count], Math.Max(0.5, across[bin.To] - across[bin.From] - 1), Bottom - up[bin.Count], "bar");
        }

        foreach (double tick in across.Ticks(9).Where(tick => across[tick] > 24 && across[tick] < Right - 24))
        {
            svg.Text(across[tick], Bottom + 16, objective.Write(tick), "middle");
        }

        for (int i = 0; i < marks.Length; i++)
        {
            double x = across[marks[i].Value];
            svg.Line(x, 12 + (12 * i), x, Bottom, i == 0 ? "run" : "other");
            svg.Text(x + (x > Width / 2 ? -5 : 5), 16 + (12 * i), $"{marks[i].Name} {objective.Write(marks[i].Value)}", x > Width / 2 ? "end" : "start", "mark");
        }

        svg.Line(Left, Bottom, Right, Bottom, "axis");
        page.Append($"<section><h2>All sets</h2><p class=\"quiet\">how {ReportText.Html(objective.Name)} is spread</p><div class=\"chart from-start\" tabindex=\"0\">{svg}</div></section>");
    }
}
