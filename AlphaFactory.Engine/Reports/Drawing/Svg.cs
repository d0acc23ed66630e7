using System.Text;

namespace AlphaFactory.Engine.Reports.Drawing;

/// <summary>A drawing as text. Colours and fonts come from the style sheet by class.</summary>
/// <param name="width">Width of the drawing's own units.</param>
/// <param name="height">Height of them.</param>
/// <param name="label">What it shows, for those who cannot see it.</param>
internal sealed class Svg(double width, double height, string label)
{
    private readonly StringBuilder _body = new();

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _body.Append($"<line class=\"{style}\" x1=\"{ReportText.Length(x1)}\" y1=\"{ReportText.Length(y1)}\" x2=\"{ReportText.Length(x2)}\" y2=\"{ReportText.Length(y2)}\"/>");

    public void Text(double x, double y, string text, string anchor = "start", string style = "") =>
        _body.Append($"<text x=\"{ReportText.Length(x)}\" y=\"{ReportText.Length(y)}\" text-anchor=\"{anchor}\"{(style.Length > 0 ? $" class=\"{style}\"" : "")}>{ReportText.Html(text)}</text>");

    public void Rectangle(double x, double y, double wide, double high, string style, double radius = 0) =>
        _body.Append($"<rect class=\"{style}\" x=\"{ReportText.Length(x)}\" y=\"{ReportText.Length(y)}\" width=\"{ReportText.Length(wide)}\" height=\"{ReportText.Length(high)}\"{(radius > 0 ? $" rx=\"{ReportText.Length(radius)}\"" : "")}/>");

    public void Circle(double x, double y, double radius, string style) =>
        _body.Append($"<circle class=\"{style}\" cx=\"{ReportText.Length(x)}\" cy=\"{ReportText.Length(y)}\" r=\"{ReportText.Length(radius)}\"/>");

    /// <summary>A line through points; a NaN breaks it.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style)
    {
        var data = Data(points);
        if (data.Length > 0)
        {
            _body.Append($"<path class=\"{style}\" d=\"{data}\"/>");
        }
    }

    /// <summary>The area between points without a gap and a level.</summary>
    public void Area(IReadOnlyList<(double X, double Y)> points, double level, string style)
    {
        if (points.Count > 0)
        {
            _body.Append($"<path class=\"{style}\" d=\"{Data([(points[0].X, level), .. points, (points[^1].X, level)])}Z\"/>");
        }
    }

    public override string ToString() =>
        $"<svg viewBox=\"0 0 {ReportText.Length(width)} {ReportText.Length(height)}\" role=\"img\" aria-label=\"{ReportText.Html(label)}\">{_body}</svg>";

    private static StringBuilder Data(IEnumerable<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        bool drawing = false;
        foreach (var (x, y) in points)
        {
            if (double.IsNaN(y))
            {
                drawing = false;
                continue;
            }

            data.Append(drawing ? 'L' : 'M').Append(ReportText.Length(x)).Append(' ').Append(ReportText.Length(y));
            drawing = true;
        }

        return data;
    }
}
