using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Reports.Drawing;

/// <summary>Lines of values a day over a horizontal grid, the scale on the right.</summary>
/// <param name="svg">The drawing.</param>
/// <param name="days">The days.</param>
/// <param name="values">The scale of values.</param>
/// <param name="write">How a value is written on the scale.</param>
internal sealed class LinePlot(Svg svg, DayAxis days, Scale values, Func<double, string> write)
{
    private const int MostPoints = 2000;

    /// <summary>Grid lines and numbers; one near a place that is taken is left out.</summary>
    public void Grid(int count, double? taken = null)
    {
        foreach (double tick in values.Ticks(count))
        {
            double y = values[tick];
            svg.Line(days.Left, y, days.Right, y, "grid");
            if (taken is not { } place || !double.IsFinite(place) || Math.Abs(place - y) >= 12)
            {
                svg.Text(days.Right + 8, y + 4, write(tick));
            }
        }
    }

    /// <summary>One value a day, the first at <paramref name="firstDay"/>; long columns keep their peaks and troughs.</summary>
    public void Line(double[] column, int firstDay, string style) => svg.Path(Points(column, firstDay), style);

    public void Area(double[] column, int firstDay, double level, string style) => svg.Area(Points(column, firstDay), values[level], style);

    public void Level(double value, string style) => svg.Line(days.Left, values[value], days.Right, values[value], style);

    /// <summary>The last value as a filled mark on the scale; nothing when it is not finite.</summary>
    public void Last(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        string text = write(value);
        double y = values[value], width = (text.Length * 6.4) + 10;
        svg.Rectangle(days.Right + 4, y - 8, width, 16, "pill", 2);
        svg.Text(days.Right + 4 + (width / 2), y + 4, text, "middle", "on");
    }

    private List<(double X, double Y)> Points(double[] column, int firstDay) =>
        [.. Downsampling.KeepExtremes(column.Length, MostPoints, column).Select(i => (days[firstDay + i], double.IsFinite(column[i]) ? values[column[i]] : double.NaN))];
}
