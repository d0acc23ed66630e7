using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>The daily returns of a run beside those of buy and hold, as a tearsheet takes them.</summary>
public static class RunReturns
{
    /// <summary>The series of a result.</summary>
    public static ReturnSeries Of(BacktestResult result)
    {
        var days = LastOfDays(result.Times);
        double capital = result.Spec.InitialCapital;
        Performance run = Performance.FromEquity(capital, [.. days.Select(bar => result.Equity[bar])]), held = Performance.FromEquity(capital, [.. days.Select(bar => result.BenchmarkEquity[bar])]);
        return new ReturnSeries($"{result.Spec.Strategy} on {result.Series.Symbol}", "buy and hold", Performance.FromReturns(run.Returns) with
        {
            BenchmarkReturns = held.Returns,
            Dates = [.. days.Select(bar => Day(result.Times[bar]))],
        });
    }

    private static List<int> LastOfDays(long[] times)
    {
        var last = new List<int>(times.Length);
        for (int bar = 0; bar < times.Length; bar++)
        {
            if (bar == times.Length - 1 || Day(times[bar + 1]) != Day(times[bar]))
            {
                last.Add(bar);
            }
        }

        return last;
    }

    private static DateOnly Day(long milliseconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);
}
