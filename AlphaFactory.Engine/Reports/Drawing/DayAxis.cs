using System.Globalization;

namespace AlphaFactory.Engine.Reports.Drawing;

/// <summary>Trading days along a drawing, marked by years or months, or by their number when they have no dates.</summary>
/// <param name="Count">Days there are, the start not counted.</param>
/// <param name="Dates">The day of each; empty when not known.</param>
/// <param name="Left">Left end.</param>
/// <param name="Right">Right end.</param>
internal sealed record DayAxis(int Count, DateOnly[] Dates, double Left, double Right)
{
    private const double ClosestMarks = 56;

    /// <summary>Place of a day; -1 is the start.</summary>
    public double this[int day] => Left + ((Right - Left) * (day + 1) / Math.Max(1, Count));

    public void Draw(Svg svg, double top, double bottom)
    {
        double last = double.NegativeInfinity;
        foreach (var (day, text) in Marks())
        {
            double x = this[day];
            if (x - last < ClosestMarks || x > Right - 16)
            {
                continue;
            }

            svg.Line(x, bottom, x, bottom + 4, "axis");
            svg.Text(x, bottom + 16, text, "middle");
            last = x;
        }

        svg.Line(Left, bottom, Right, bottom, "axis");
        svg.Line(Left, top, Left, bottom, "grid");
    }

    private IEnumerable<(int Day, string Text)> Marks()
    {
        if (Dates.Length == 0)
        {
            int step = (int)Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, Count / 4.0)))));
            return Enumerable.Range(1, Count / step).Select(k => ((k * step) - 1, (k * step).ToString("N0", CultureInfo.InvariantCulture)));
        }

        bool years = Dates[^1].DayNumber - Dates[0].DayNumber > 900, months = Dates[^1].DayNumber - Dates[0].DayNumber > 60;
        string form = years ? "yyyy" : months ? "MMM yyyy" : "d MMM";
        return Enumerable.Range(0, Dates.Length)
            .Where(day => day == 0 ? !years && !months : years ? Dates[day].Year != Dates[day - 1].Year : !months || Dates[day].Month != Dates[day - 1].Month)
            .Select(day => (day, Dates[day].ToString(form, CultureInfo.InvariantCulture)));
    }
}
