using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Reports.Drawing;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>A heatmap of each pair of axes, as many as a reader can take in.</summary>
internal static class HeatSection
{
    private const double Width = 1040, Left = 70, Top = 6, MostHeight = 380, Foot = 40;
    private const int MostPairs = 3, MostCells = 4000, Shades = 7;

    public static void Write(StringBuilder page, SweepStudyResult result, ObjectiveWords objective)
    {
        foreach (var grid in result.Grids.Where(grid => grid.Rows.Count > 1 && grid.Columns.Count > 1 && grid.Rows.Count * grid.Columns.Count <= MostCells).Take(MostPairs))
        {
            double[] cells = grid.Median.Length > 0 ? grid.Median : grid.Mean;
            double[] known = [.. cells.Where(double.IsFinite)];
            if (known.Length > 0)
            {
                string first = ObjectiveWords.Spoken(grid.First), second = ObjectiveWords.Spoken(grid.Second);
                page.Append($"<section><h2>{ReportText.Html($"{objective.Name} by {first} and {second}")}</h2><p class=\"quiet\">each cell the {(grid.Median.Length > 0 ? "median" : "mean")} of its sets, from {objective.Write(known.Min())} (faint) to {objective.Write(known.Max())} (strong); an empty cell was left out or has no figure. □ plateau, × single best</p><div class=\"chart from-start\" tabindex=\"0\">{Draw(grid, cells, known, result, $"{objective.Name} by {first} and {second}")}</div></section>");
            }
        }
    }

    private static Svg Draw(PairGrid grid, double[] cells, double[] known, SweepStudyResult result, string label)
    {
        double wide = (Width - Left - 2) / grid.Columns.Count, high = Math.Min(24, MostHeight / grid.Rows.Count), bottom = Top + (high * grid.Rows.Count), low = known.Min(), span = known.Max() - low;
        var svg = new Svg(Width, bottom + Foot, label);
        double Y(int row) => bottom - ((row + 1) * high);
        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (double.IsFinite(cells[cell]))
            {
                int shade = span > 0 ? Math.Min(Shades - 1, (int)(Shades * (cells[cell] - low) / span)) : Shades / 2;
                svg.Rectangle(Left + (cell % grid.Columns.Count * wide), Y(cell / grid.Columns.Count), wide, high, string.Create(CultureInfo.InvariantCulture, $"heat{shade}"));
            }
        }

        Names(grid.Columns, wide, 46, (place, name) => svg.Text(Left + ((place + 0.5) * wide), bottom + 16, name, "middle"));
        Names(grid.Rows, high, 14, (place, name) => svg.Text(Left - 6, Y(place) + (high / 2) + 4, name, "end"));
        svg.Text(Left + ((Width - Left) / 2), bottom + 34, ObjectiveWords.Spoken(grid.Second), "middle", "mark");
        svg.Text(2, Top + 10, ObjectiveWords.Spoken(grid.First), "start", "mark");
        foreach (var (sign, row) in new[] { ("□", result.Plateau), ("×", result.Best) })
        {
            if (row is not null && Place(grid.Columns, row.Values.GetValueOrDefault(grid.Second)) is >= 0 and var column && Place(grid.Rows, row.Values.GetValueOrDefault(grid.First)) is >= 0 and var line)
            {
                svg.Text(Left + ((column + 0.5) * wide), Y(line) + (high / 2) + 5, sign, "middle", "sign");
            }
        }

        return svg;
    }

    private static int Place(IReadOnlyList<string> values, string? value) => value is null ? -1 : values.ToList().IndexOf(value);

    private static void Names(IReadOnlyList<string> names, double step, double room, Action<int, string> write)
    {
        int every = Math.Max(1, (int)Math.Ceiling(room / step));
        for (int place = 0; place < names.Count; place += every)
        {
            write(place, names[place]);
        }
    }
}
