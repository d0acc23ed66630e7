using System.Globalization;
using System.Text;

namespace AlphaFactory.Web.Components.Door;

/// <summary>A run's equity inside the range of its possible outcomes, as paths on a logarithmic scale.</summary>
/// <param name="Bands">Areas, the widest first.</param>
/// <param name="Median">Line of the middle outcome.</param>
/// <param name="Run">Line of the run.</param>
/// <param name="Values">Money on the right edge with its height.</param>
/// <param name="Years">Years with their place.</param>
/// <param name="Last">Equity at the end, with its height.</param>
/// <param name="Low">Lower end of the widest band at the end.</param>
/// <param name="High">Upper end of the widest band at the end.</param>
/// <param name="NoteX">Place of the words on the widest band.</param>
/// <param name="NoteY">Height of the words on the widest band.</param>
public sealed record FanPicture(IReadOnlyList<string> Bands, string Median, string Run, IReadOnlyList<(double Money, double Y)> Values, IReadOnlyList<(int Year, double X)> Years, (double Money, double Y) Last, double Low, double High, double NoteX, double NoteY)
{
    /// <summary>Size of the picture, and the edges of the area with lines.</summary>
    public const double Width = 820, Height = 640, Right = 752, Bottom = 612;

    private const double Top = 10;
    private static readonly double[] Grid = [12_500, 25_000, 50_000, 100_000, 200_000, 400_000, 800_000, 1_600_000, 3_200_000];

    /// <summary>Draws the picture.</summary>
    /// <param name="times">Start of each bar, Unix milliseconds UTC.</param>
    /// <param name="equity">Equity after each bar.</param>
    /// <param name="fan">Seven quantiles, lowest first, a point every <paramref name="step"/> bars.</param>
    /// <param name="step">Bars between two points of the fan.</param>
    public static FanPicture Draw(ReadOnlySpan<long> times, double[] equity, double[][] fan, int step)
    {
        double low = Math.Min(equity.Min(), fan[0].Min()) * .95, high = Math.Max(equity.Max(), fan[^1].Max()) * 1.05;
        int bars = equity.Length;
        double X(double bar) => Right * bar / (bars - 1);
        double Y(double money) => Bottom - ((Bottom - Top) * Math.Log(money / low) / Math.Log(high / low));
        double XOf(int point) => X(Math.Min(bars - 1, point * step));

        string Band(double[] under, double[] over) =>
            Line(Enumerable.Range(0, over.Length).Select(i => (XOf(i), Y(over[i]))).Concat(Enumerable.Range(0, under.Length).Reverse().Select(i => (XOf(i), Y(under[i]))))) + "Z";

        var years = new List<(int, double)>();
        for (int i = 1; i < bars; i++)
        {
            int year = DateTimeOffset.FromUnixTimeMilliseconds(times[i]).Year;
            if (year % 2 == 0 && DateTimeOffset.FromUnixTimeMilliseconds(times[i - 1]).Year < year)
            {
                years.Add((year, X(i)));
            }
        }

        int note = fan[^1].Length * 3 / 4;
        return new FanPicture(
            [Band(fan[0], fan[6]), Band(fan[1], fan[5]), Band(fan[2], fan[4])],
            Line(fan[3].Select((money, i) => (XOf(i), Y(money)))),
            Line(equity.Select((money, i) => (X(i), Y(money)))),
            [.. Grid.Where(money => money > low && money < high).Select(money => (money, Y(money)))],
            years,
            (equity[^1], Y(equity[^1])),
            fan[0][^1],
            fan[^1][^1],
            XOf(note),
            Y(fan[^1][note]) - 14);
    }

    private static string Line(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0.#} {y:0.#}");
        }

        return path.ToString();
    }
}
