namespace AlphaFactory.Engine.Reports.Drawing;

/// <summary>A figure inside its interval: solid where the reference lies outside, dashed and hollow where it lies inside.</summary>
internal static class Whisker
{
    private const double Wide = 140, High = 14;

    public static string Draw(double value, (double Low, double High) interval, double reference)
    {
        bool doubt = interval.Low <= reference && reference <= interval.High;
        var scale = Scale.Around([value, interval.Low, interval.High, reference], 4, Wide - 4);
        var svg = new Svg(Wide, High, $"95% interval from {ReportText.Number(interval.Low, 3)} to {ReportText.Number(interval.High, 3)}");
        svg.Line(scale[reference], 1, scale[reference], High - 1, "zero");
        svg.Line(scale[interval.Low], High / 2, scale[interval.High], High / 2, doubt ? "whisker-doubt" : "whisker");
        svg.Circle(scale[value], High / 2, 3.5, doubt ? "dot-doubt" : "dot");
        return svg.ToString();
    }
}
