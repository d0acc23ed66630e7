using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>
/// The usual set computed anew at every bar from its definition, without running sums, vectors or blocks, so that any series can be the
/// oracle. Zero cases follow TA-Lib, as the indicators say of themselves.
/// </summary>
internal static class TextbookIndicators
{
    public static readonly Dictionary<string, Func<BarSeries, int, double>> ByColumn = new()
    {
        ["sma_20"] = (bars, t) => Closes(bars, t, 20).Average(),
        ["sum_20"] = (bars, t) => Closes(bars, t, 20).Sum(),
        ["max_20"] = (bars, t) => Closes(bars, t, 20).Max(),
        ["min_20"] = (bars, t) => Closes(bars, t, 20).Min(),
        ["wma_20"] = (bars, t) => Closes(bars, t, 20).Select((close, i) => (i + 1) * close).Sum() / 210,
        ["trima_20"] = (bars, t) => Window(t, 11).Average(i => Closes(bars, i, 10).Average()),
        ["midpoint_14"] = (bars, t) => (Closes(bars, t, 14).Max() + Closes(bars, t, 14).Min()) / 2,
        ["midprice_14"] = (bars, t) => (High(bars, t, 14) + Low(bars, t, 14)) / 2,
        ["apo_12_26_sma"] = (bars, t) => Closes(bars, t, 12).Average() - Closes(bars, t, 26).Average(),
        ["mom_10"] = (bars, t) => bars.Close[t] - bars.Close[t - 10],
        ["roc_10"] = (bars, t) => 100 * ((bars.Close[t] / bars.Close[t - 10]) - 1),
        ["rsi_14"] = (bars, t) => Share(Moves(bars, t, up: true), Moves(bars, t, up: true) + Moves(bars, t, up: false)),
        ["cmo_14"] = (bars, t) => Share(Moves(bars, t, up: true) - Moves(bars, t, up: false), Moves(bars, t, up: true) + Moves(bars, t, up: false)),
        ["willr_14"] = (bars, t) => -Share(High(bars, t, 14) - bars.Close[t], High(bars, t, 14) - Low(bars, t, 14)),
        ["stochf_k_14_3"] = (bars, t) => Raw(bars, t, 14),
        ["stoch_k_14_3_3"] = (bars, t) => Window(t, 3).Average(i => Raw(bars, i, 14)),
        ["stoch_d_14_3_3"] = (bars, t) => Window(t, 3).Average(j => Window(j, 3).Average(i => Raw(bars, i, 14))),
        ["bop"] = (bars, t) => bars.High[t] > bars.Low[t] ? (bars.Close[t] - bars.Open[t]) / (bars.High[t] - bars.Low[t]) : 0,
        ["cci_20"] = Cci,
        ["ultosc_7_14_28"] = (bars, t) => (4 * Pressure(bars, t, 7)) + (2 * Pressure(bars, t, 14)) + Pressure(bars, t, 28) is var sum ? 100 * sum / 7 : 0,
        ["trange"] = TrueRange,
        ["atr_14"] = (bars, t) => Wilder(t, i => TrueRange(bars, i)),
        ["natr_14"] = (bars, t) => 100 * Wilder(t, i => TrueRange(bars, i)) / bars.Close[t],
        ["var_20"] = (bars, t) => Closes(bars, t, 20).Average() is var mean ? Closes(bars, t, 20).Average(close => (close - mean) * (close - mean)) : 0,
        ["linearreg_14"] = (bars, t) => Line(bars, t).Start + (13 * Line(bars, t).Slope),
        ["linearreg_slope_14"] = (bars, t) => Line(bars, t).Slope,
        ["tsf_14"] = (bars, t) => Line(bars, t).Start + (14 * Line(bars, t).Slope),
        ["obv"] = (bars, t) => bars.Volume[0] + Enumerable.Range(1, t).Sum(i => Math.Sign(bars.Close[i] - bars.Close[i - 1]) * bars.Volume[i]),
        ["ad"] = (bars, t) => Enumerable.Range(0, t + 1).Sum(i => Flow(bars, i)),
        ["adosc_3_10"] = Adosc,
        ["mfi_14"] = Mfi,
        ["aroon_up_14"] = (bars, t) => 100 * (14 - (t - Enumerable.Range(t - 14, 15).Last(i => bars.High[i] == High(bars, t, 15)))) / 14.0,
        ["aroon_down_14"] = (bars, t) => 100 * (14 - (t - Enumerable.Range(t - 14, 15).Last(i => bars.Low[i] == Low(bars, t, 15)))) / 14.0,
    };

    private static IEnumerable<int> Window(int t, int n) => Enumerable.Range(t - n + 1, n);

    private static IEnumerable<double> Closes(BarSeries bars, int t, int n) => Window(t, n).Select(i => bars.Close[i]);

    private static double High(BarSeries bars, int t, int n) => Window(t, n).Max(i => bars.High[i]);

    private static double Low(BarSeries bars, int t, int n) => Window(t, n).Min(i => bars.Low[i]);

    private static double Share(double part, double whole) => Math.Abs(whole) < 1e-14 ? 0 : 100 * part / whole;

    private static double Raw(BarSeries bars, int t, int n) => Share(bars.Close[t] - Low(bars, t, n), High(bars, t, n) - Low(bars, t, n));

    private static double Wilder(int t, Func<int, double> value)
    {
        double average = Enumerable.Range(1, 14).Average(value);
        for (int i = 15; i <= t; i++)
        {
            average = ((13 * average) + value(i)) / 14;
        }

        return average;
    }

    private static double Moves(BarSeries bars, int t, bool up) => Wilder(t, i => Math.Max(0, up ? bars.Close[i] - bars.Close[i - 1] : bars.Close[i - 1] - bars.Close[i]));

    private static double TrueRange(BarSeries bars, int t) => Math.Max(bars.High[t], bars.Close[t - 1]) - Math.Min(bars.Low[t], bars.Close[t - 1]);

    private static double Cci(BarSeries bars, int t)
    {
        double[] typical = [.. Window(t, 20).Select(i => (bars.High[i] + bars.Low[i] + bars.Close[i]) / 3)];
        double mean = typical.Average(), deviation = typical.Average(price => Math.Abs(price - mean));
        return deviation < 1e-12 ? 0 : (typical[^1] - mean) / (0.015 * deviation);
    }

    private static double Pressure(BarSeries bars, int t, int n)
    {
        double range = Window(t, n).Sum(i => TrueRange(bars, i));
        return range < 1e-14 ? 0 : Window(t, n).Sum(i => bars.Close[i] - Math.Min(bars.Low[i], bars.Close[i - 1])) / range;
    }

    private static (double Start, double Slope) Line(BarSeries bars, int t)
    {
        double mean = Closes(bars, t, 14).Average(), slope = Closes(bars, t, 14).Select((close, x) => (x - 6.5) * (close - mean)).Sum() / 227.5;
        return (mean - (6.5 * slope), slope);
    }

    private static double Flow(BarSeries bars, int i) =>
        bars.High[i] > bars.Low[i] ? bars.Volume[i] * (bars.Close[i] - bars.Low[i] - (bars.High[i] - bars.Close[i])) / (bars.High[i] - bars.Low[i]) : 0;

    private static double Adosc(BarSeries bars, int t)
    {
        double line = Flow(bars, 0), fast = line, slow = line;
        for (int i = 1; i <= t; i++)
        {
            line += Flow(bars, i);
            fast += (line - fast) / 2;
            slow += (line - slow) * 2 / 11;
        }

        return fast - slow;
    }

    private static double Mfi(BarSeries bars, int t)
    {
        double rise = 0, fall = 0;
        foreach (int i in Window(t, 14))
        {
            // Three prices are compared before the division, so that equal sums stay equal.
            double now = bars.High[i] + bars.Low[i] + bars.Close[i], before = bars.High[i - 1] + bars.Low[i - 1] + bars.Close[i - 1];
            rise += now > before ? now / 3 * bars.Volume[i] : 0;
            fall += now < before ? now / 3 * bars.Volume[i] : 0;
        }

        return rise + fall < 1 ? 0 : 100 * rise / (rise + fall);
    }
}
