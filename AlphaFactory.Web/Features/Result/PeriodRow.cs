using System.Globalization;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Web.Features.Result;

/// <summary>One line of the table that says what the equity chart shows: a year, or a month of a short run.</summary>
/// <param name="Period"><c>2016</c> or <c>2016-03</c>.</param>
/// <param name="Equity">Equity at its last close.</param>
/// <param name="Return">What the run made in it, a fraction.</param>
/// <param name="BenchmarkReturn">What buy and hold made in it, a fraction.</param>
/// <param name="Drawdown">Deepest fall inside it from a peak at any time before, a fraction at or below 0.</param>
/// <param name="Exposure">Share of its bars with a position.</param>
public sealed record PeriodRow(string Period, double Equity, double Return, double BenchmarkReturn, double Drawdown, double Exposure)
{
    private const int MonthsUpTo = 24;

    /// <summary>The periods of a run, oldest first.</summary>
    public static IReadOnlyList<PeriodRow> Of(BacktestResult result)
    {
        if (result.Times.Length == 0)
        {
            return [];
        }

        var span = At(result.Times[^1]) - At(result.Times[0]);
        string format = span.TotalDays / 30.5 <= MonthsUpTo ? "yyyy-MM" : "yyyy";
        List<PeriodRow> rows = [];
        double peak = result.Spec.InitialCapital, before = peak, benchmarkBefore = peak;
        for (int start = 0; start < result.Times.Length;)
        {
            string period = At(result.Times[start]).ToString(format, CultureInfo.InvariantCulture);
            double deepest = 0;
            int end = start, held = 0;
            for (; end < result.Times.Length && At(result.Times[end]).ToString(format, CultureInfo.InvariantCulture) == period; end++)
            {
                peak = Math.Max(peak, result.Equity[end]);
                deepest = Math.Min(deepest, (result.Equity[end] / peak) - 1);
                held += result.Position[end] == 0 ? 0 : 1;
            }

            double equity = result.Equity[end - 1], benchmark = result.BenchmarkEquity[end - 1];
            rows.Add(new PeriodRow(period, equity, (equity / before) - 1, (benchmark / benchmarkBefore) - 1, deepest, (double)held / (end - start)));
            (before, benchmarkBefore, start) = (equity, benchmark, end);
        }

        return rows;
    }

    private static DateTime At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
