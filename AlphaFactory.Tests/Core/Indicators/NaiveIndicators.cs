using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>
/// Independent computations of the indicators no oracle file has: each bar from its definition alone, over its own window, with no
/// running state where the definition has none.
/// </summary>
internal static class NaiveIndicators
{
    public static readonly Dictionary<string, Func<BarSeries, int, double>> ByColumn = new()
    {
        ["donchian_upper_20"] = (bars, t) => High(bars, t, 20),
        ["donchian_lower_20"] = (bars, t) => Low(bars, t, 20),
        ["donchian_middle_20"] = (bars, t) => (High(bars, t, 20) + Low(bars, t, 20)) / 2,
        ["keltner_middle_20_10_2"] = (bars, t) => Ema(bars, t, 20),
        ["keltner_upper_20_10_2"] = (bars, t) => Ema(bars, t, 20) + (2 * Atr(bars, t, 10)),
        ["keltner_lower_20_10_1.5"] = (bars, t) => Ema(bars, t, 20) - (1.5 * Atr(bars, t, 10)),
        ["ichimoku_conversion_9_26_52"] = (bars, t) => (High(bars, t, 9) + Low(bars, t, 9)) / 2,
        ["ichimoku_base_9_26_52"] = (bars, t) => (High(bars, t, 26) + Low(bars, t, 26)) / 2,
        ["ichimoku_span_a_9_26_52"] = (bars, t) => (High(bars, t - 26, 9) + Low(bars, t - 26, 9) + High(bars, t - 26, 26) + Low(bars, t - 26, 26)) / 4,
        ["ichimoku_span_b_9_26_52"] = (bars, t) => (High(bars, t - 26, 52) + Low(bars, t - 26, 52)) / 2,
        ["rolling_vwap_20"] = (bars, t) => Window(t, 20).Sum(i => Typical(bars, i) * bars.Volume[i]) / Window(t, 20).Sum(i => bars.Volume[i]),
        ["vwap_day"] = Typical,
        ["vwap_month"] = (bars, t) => VwapSince(bars, t, i => bars.DateAt(i).Month != bars.DateAt(i - 1).Month),
        ["zscore_20"] = (bars, t) => (bars.Close[t] - Closes(bars, t, 20).Average()) / Math.Sqrt(Variance(Closes(bars, t, 20))),
        ["rv_20"] = (bars, t) => Math.Sqrt(252 * Variance(Window(t, 20).Select(i => Math.Log(bars.Close[i] / bars.Close[i - 1])))),
        ["parkinson_20"] = (bars, t) => Math.Sqrt(252 * Window(t, 20).Average(i => Math.Pow(Math.Log(bars.High[i] / bars.Low[i]), 2)) / (4 * Math.Log(2))),
        ["garman_klass_20_365"] = (bars, t) => Math.Sqrt(365 * Window(t, 20).Average(i => (0.5 * Math.Pow(Math.Log(bars.High[i] / bars.Low[i]), 2)) - (((2 * Math.Log(2)) - 1) * Math.Pow(Math.Log(bars.Close[i] / bars.Open[i]), 2)))),
        ["yang_zhang_20"] = (bars, t) => YangZhang(bars, t, 20),
        ["price_to_sma_20"] = (bars, t) => (bars.Close[t] / Closes(bars, t, 20).Average()) - 1,
        ["price_to_sma_50"] = (bars, t) => (bars.Close[t] / Closes(bars, t, 50).Average()) - 1,
        ["price_to_sma_200"] = (bars, t) => (bars.Close[t] / Closes(bars, t, 200).Average()) - 1,
        ["sma_20_above_50"] = (bars, t) => Closes(bars, t, 20).Average() > Closes(bars, t, 50).Average() ? 1 : 0,
        ["sma_50_above_200"] = (bars, t) => Closes(bars, t, 50).Average() > Closes(bars, t, 200).Average() ? 1 : 0,
        ["bb_position_20_2"] = (bars, t) => (bars.Close[t] - Closes(bars, t, 20).Average() + (2 * Deviation(bars, t))) / (4 * Deviation(bars, t)),
        ["bb_width_20_2"] = (bars, t) => 4 * Deviation(bars, t) / Closes(bars, t, 20).Average(),
        ["rsi_overbought_14"] = (bars, t) => Rsi(bars, t, 14) > 70 ? 1 : 0,
        ["rsi_oversold_14"] = (bars, t) => Rsi(bars, t, 14) < 30 ? 1 : 0,
        ["rsi_overbought_14_40_60"] = (bars, t) => Rsi(bars, t, 14) > 60 ? 1 : 0,
        ["ha_close"] = (bars, t) => (bars.Open[t] + bars.High[t] + bars.Low[t] + bars.Close[t]) / 4,
        ["ha_open"] = HeikinAshiOpen,
        ["pivot_classic_day"] = (bars, t) => Typical(bars, t - 1),
        ["pivot_r1_classic_day"] = (bars, t) => (2 * Typical(bars, t - 1)) - bars.Low[t - 1],
        ["pivot_s3_classic_day"] = (bars, t) => bars.Low[t - 1] - (2 * (bars.High[t - 1] - Typical(bars, t - 1))),
        ["pivot_r2_fibonacci_day"] = (bars, t) => Typical(bars, t - 1) + (0.618 * (bars.High[t - 1] - bars.Low[t - 1])),
        ["pivot_s1_camarilla_day"] = (bars, t) => bars.Close[t - 1] - (1.1 * (bars.High[t - 1] - bars.Low[t - 1]) / 12),
        ["pivot_woodie_day"] = (bars, t) => (bars.High[t - 1] + bars.Low[t - 1] + (2 * bars.Close[t - 1])) / 4,
    };

    private static IEnumerable<int> Window(int t, int n) => Enumerable.Range(t - n + 1, n);

    private static IEnumerable<double> Closes(BarSeries bars, int t, int n) => Window(t, n).Select(i => bars.Close[i]);

    private static double High(BarSeries bars, int t, int n) => Window(t, n).Max(i => bars.High[i]);

    private static double Low(BarSeries bars, int t, int n) => Window(t, n).Min(i => bars.Low[i]);

    private static double Typical(BarSeries bars, int t) => (bars.High[t] + bars.Low[t] + bars.Close[t]) / 3;

    private static double Variance(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1);
    }

    private static double Deviation(BarSeries bars, int t) => Math.Sqrt(Variance(Closes(bars, t, 20)) * 19 / 20);

    private static double Ema(BarSeries bars, int t, int n)
    {
        double value = Closes(bars, n - 1, n).Average();
        for (int i = n; i <= t; i++)
        {
            value += 2.0 / (n + 1) * (bars.Close[i] - value);
        }

        return value;
    }

    private static double Wilder(int t, int n, Func<int, double> value)
    {
        double average = Enumerable.Range(1, n).Average(value);
        for (int i = n + 1; i <= t; i++)
        {
            average = ((average * (n - 1)) + value(i)) / n;
        }

        return average;
    }

    private static double Atr(BarSeries bars, int t, int n) =>
        Wilder(t, n, i => new[] { bars.High[i] - bars.Low[i], Math.Abs(bars.High[i] - bars.Close[i - 1]), Math.Abs(bars.Low[i] - bars.Close[i - 1]) }.Max());

    private static double Rsi(BarSeries bars, int t, int n)
    {
        double gain = Wilder(t, n, i => Math.Max(bars.Close[i] - bars.Close[i - 1], 0)), loss = Wilder(t, n, i => Math.Max(bars.Close[i - 1] - bars.Close[i], 0));
        return 100 * gain / (gain + loss);
    }

    private static double VwapSince(BarSeries bars, int t, Func<int, bool> begins)
    {
        int start = t;
        while (start > 0 && !begins(start))
        {
            start--;
        }

        var span = Window(t, t - start + 1).ToArray();
        return span.Sum(i => Typical(bars, i) * bars.Volume[i]) / span.Sum(i => bars.Volume[i]);
    }

    private static double YangZhang(BarSeries bars, int t, int n)
    {
        double overnight = Variance(Window(t, n).Select(i => Math.Log(bars.Open[i] / bars.Close[i - 1])));
        double day = Variance(Window(t, n).Select(i => Math.Log(bars.Close[i] / bars.Open[i])));
        double rogersSatchell = Window(t, n).Average(i => (Math.Log(bars.High[i] / bars.Close[i]) * Math.Log(bars.High[i] / bars.Open[i])) + (Math.Log(bars.Low[i] / bars.Close[i]) * Math.Log(bars.Low[i] / bars.Open[i])));
        double k = 0.34 / (1.34 + ((n + 1.0) / (n - 1)));
        return Math.Sqrt(252 * (overnight + (k * day) + ((1 - k) * rogersSatchell)));
    }

    private static double HeikinAshiOpen(BarSeries bars, int t)
    {
        double open = (bars.Open[0] + bars.Close[0]) / 2;
        for (int i = 1; i <= t; i++)
        {
            open = (open + ((bars.Open[i - 1] + bars.High[i - 1] + bars.Low[i - 1] + bars.Close[i - 1]) / 4)) / 2;
        }

        return open;
    }
}
