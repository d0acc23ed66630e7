using System.Globalization;
using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Home;

/// <summary>The lines of the small market picture, in its own units.</summary>
/// <param name="Highlighted">Path of the symbol in the run's colour.</param>
/// <param name="Others">Paths of all other symbols.</param>
/// <param name="Values">Grid values with their height.</param>
/// <param name="Years">Years with their place.</param>
/// <param name="Words">What the picture shows.</param>
public sealed record SketchLines(string Highlighted, IReadOnlyList<string> Others, IReadOnlyList<(string Words, double Y)> Values, IReadOnlyList<(string Words, double X)> Years, string Words)
{
    /// <summary>Size of the picture, and the edges of the area with lines.</summary>
    public const double Width = 560, Height = 250, Right = 520, Bottom = 228;

    private const int Points = 160;
    private const double Top = 20;

    /// <summary>Draws the series, or nothing when there is none.</summary>
    public static SketchLines? Draw(IReadOnlyList<BarSeries> series, string highlighted)
    {
        BarSeries[] drawn = [.. series.Where(bars => bars.Count > 1)];
        if (drawn.FirstOrDefault(bars => bars.Identity.Symbol == highlighted) is not { } own)
        {
            return null;
        }

        double low = drawn.Min(bars => Rebased(bars).Min()), high = drawn.Max(bars => Rebased(bars).Max());
        long first = drawn.Min(bars => bars.Times[0]), last = drawn.Max(bars => bars.Times[^1]);
        double X(long time) => Right * (time - first) / Math.Max(1, last - first);
        double Y(double value) => Bottom - ((Bottom - Top) * Math.Log(value / low) / Math.Log(high / low));

        string Path(BarSeries bars)
        {
            StringBuilder path = new();
            int step = Math.Max(1, bars.Count / Points);
            double start = bars.Close[0];
            for (int i = 0; i < bars.Count; i += step)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(bars.Times[i]):0.#} {Y(100 * bars.Close[i] / start):0.#}");
            }

            return path.ToString();
        }

        return new SketchLines(
            Path(own),
            [.. drawn.Where(bars => bars != own).Select(Path)],
            [.. new[] { 12.5, 25, 50, 100, 200, 400, 800, 1600 }.Where(value => value >= low && value <= high).Select(value => (FigureText.Number(value, value < 25 ? 1 : 0)!, Y(value)))],
            [.. EvenYears(first, last).Select(year => (year.ToString(CultureInfo.InvariantCulture), X(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds())))],
            $"{drawn.Length} demo symbols, first day = 100");
    }

    private static IEnumerable<int> EvenYears(long first, long last)
    {
        int from = DateTimeOffset.FromUnixTimeMilliseconds(first).Year + 1, to = DateTimeOffset.FromUnixTimeMilliseconds(last).Year;
        return Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(year => year % 2 == 0);
    }

    private static IEnumerable<double> Rebased(BarSeries bars)
    {
        double[] closes = bars.Close.ToArray();
        return closes.Select(close => 100 * close / closes[0]);
    }
}
