using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Comparison;

/// <summary>The trading days that several runs share, with each run's equity at their closes: only there can they be held side by side.</summary>
public sealed class CommonDays
{
    private const long MillisecondsOfDay = 86_400_000;

    private CommonDays(long[] days, IReadOnlyList<double[]> equity, double[] start, bool[] whole) =>
        (Days, Equity, Start, IsWhole) = (days, equity, start, whole);

    /// <summary>Midnight UTC of each day in Unix milliseconds, rising.</summary>
    public long[] Days { get; }

    /// <summary>Equity of each run at the close of each day.</summary>
    public IReadOnlyList<double[]> Equity { get; }

    /// <summary>Equity of each run before the first day: the initial capital, or its close on the day before.</summary>
    public double[] Start { get; }

    /// <summary>For each run, true when these are all the days it has.</summary>
    public bool[] IsWhole { get; }

    /// <summary>First day; call only when there is one.</summary>
    public DateOnly From => Day(Days[0]);

    /// <summary>Last day; call only when there is one.</summary>
    public DateOnly To => Day(Days[^1]);

    /// <summary>Finds the shared days of runs; none when they never overlap.</summary>
    public static CommonDays Of(IReadOnlyList<BacktestResult> results)
    {
        var closes = results.Select(Closes).ToArray();
        long[] shared = closes.Length == 0 ? [] : [.. closes[0].Keys.Where(day => closes.All(run => run.ContainsKey(day)))];
        double[] start = [.. results.Select((result, run) => Before(result, closes[run], shared))];
        return new CommonDays(
            shared,
            [.. closes.Select(run => shared.Select(day => run[day]).ToArray())],
            start,
            [.. closes.Select(run => run.Count == shared.Length)]);
    }

    /// <summary>Simple returns of one run from shared day to shared day.</summary>
    public double[] Returns(int run)
    {
        double before = Start[run];
        double[] returns = new double[Days.Length];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = before > 0 ? (Equity[run][i] / before) - 1 : 0;
            before = Equity[run][i];
        }

        return returns;
    }

    /// <summary>Equity of one run as if every run had started with <paramref name="capital"/> before the first shared day.</summary>
    public double[] Rebased(int run, double capital) => Array.ConvertAll(Equity[run], equity => capital * equity / Start[run]);

    private static SortedDictionary<long, double> Closes(BacktestResult result)
    {
        var closes = new SortedDictionary<long, double>();
        for (int bar = 0; bar < result.Times.Length; bar++)
        {
            closes[result.Times[bar] / MillisecondsOfDay * MillisecondsOfDay] = result.Equity[bar];
        }

        return closes;
    }

    private static double Before(BacktestResult result, SortedDictionary<long, double> closes, long[] shared)
    {
        double before = result.Spec.InitialCapital;
        foreach (var (day, equity) in closes)
        {
            if (shared.Length == 0 || day >= shared[0])
            {
                break;
            }

            before = equity;
        }

        return before;
    }

    private static DateOnly Day(long milliseconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);
}
