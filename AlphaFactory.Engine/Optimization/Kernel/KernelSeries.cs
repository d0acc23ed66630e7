using System.Collections.Concurrent;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>The bars of a period as the kernel reads them, made once and shared by all sets and threads.</summary>
internal sealed class KernelSeries
{
    private const long MillisecondsPerDay = 86_400_000;
    private const double DaysPerYear = 365;

    private readonly ConcurrentDictionary<int, double[]> _ranges = new();
    private readonly Lazy<SpanTables?> _spans;

    private readonly BarSeries _seen;

    // Nights between a bar and the one before.
    private readonly double[] _nights;

    /// <param name="seen">Bars the strategy sees.</param>
    /// <param name="history">Bars among them before the period.</param>
    /// <param name="before">Another series whose arrays may be written over; null makes new ones.</param>
    public KernelSeries(BarSeries seen, int history, KernelSeries? before = null)
    {
        _seen = seen;
        var bars = Bars = seen.Slice(history, seen.Count - history);
        (Open, High, Low, Close, Volume) = (Copy(bars.Open, before?.Open), Copy(bars.High, before?.High), Copy(bars.Low, before?.Low), Copy(bars.Close, before?.Close), Copy(bars.Volume, before?.Volume));
        var last = DailyColumns.LastOfDay(bars);
        IsDaily = last.Count == bars.Count;
        DayClose = IsDaily ? Close : [.. last.Select(bar => Close[bar])];
        DayOf = before?.Count == bars.Count ? before.DayOf : new int[bars.Count + 1];
        for (int day = 0, bar = 0; bar <= bars.Count; bar++)
        {
            DayOf[bar] = day;
            day += day < last.Count && last[day] == bar ? 1 : 0;
        }

        _nights = before?._nights.Length == bars.Count ? before._nights : new double[bars.Count];
        NightSums = before?.NightSums.Length == bars.Count ? before.NightSums : new double[bars.Count];
        for (int bar = 1; bar < bars.Count; bar++)
        {
            _nights[bar] = (bars.Times[bar] / MillisecondsPerDay) - (bars.Times[bar - 1] / MillisecondsPerDay);
            NightSums[bar] = NightSums[bar - 1] + (Close[bar - 1] * _nights[bar]);
        }

        DayNightSums = IsDaily ? NightSums : [.. last.Select(bar => NightSums[bar])];

        var tables = before is { _spans: { IsValueCreated: true, Value: { } spans } } ? spans : null;
        _spans = new(() => IsDaily && bars.Count <= SpanTables.MostBars ? new SpanTables(Open, Close, tables) : null);
    }

    public BarSeries Bars { get; }

    public int Count => Close.Length;

    public int Days => DayClose.Length;

    public double[] Open { get; }

    public double[] High { get; }

    public double[] Low { get; }

    public double[] Close { get; }

    public double[] Volume { get; }

    /// <summary>True when every bar is a trading day of its own.</summary>
    public bool IsDaily { get; }

    /// <summary>Close of the last bar of each day: statistics are daily whatever the bars are.</summary>
    public double[] DayClose { get; }

    /// <summary>Number of days that end before a bar; one more value than there are bars.</summary>
    public int[] DayOf { get; }

    /// <summary>Wilder's average true range of each bar, NaN before it exists; computed once for each length.</summary>
    public double[] AverageTrueRange(int length) => _ranges.GetOrAdd(length, static (bars, series) => TradingSession.AverageTrueRange(series._seen, bars)[^series.Count..], this);

    private static double[] Copy(ReadOnlySpan<double> column, double[]? before)
    {
        double[] copy = before?.Length == column.Length ? before : GC.AllocateUninitializedArray<double>(column.Length);
        column.CopyTo(copy);
        return copy;
    }

    /// <summary>The first bar of a column that has a number; the number of bars when none has.</summary>
    public static int FirstNumber(double[] column)
    {
        int bar = 0;
        while (bar < column.Length && double.IsNaN(column[bar]))
        {
            bar++;
        }

        return bar;
    }

    /// <summary>Sum over the bars up to each of the nights before it times the close before them: what a share held short all the time would be paid for.</summary>
    public double[] NightSums { get; }

    /// <summary>The same at the last bar of each day.</summary>
    public double[] DayNightSums { get; }

    /// <summary>What borrowing a share costs for a unit of <see cref="NightSums"/>.</summary>
    /// <param name="fraction">Cost a year as a fraction of its value.</param>
    public static double NightRate(double fraction) => fraction / DaysPerYear;

    /// <summary>What borrowing shares over the nights before a bar costs; see <see cref="Overnight"/>.</summary>
    /// <param name="bar">The bar; not the first.</param>
    /// <param name="shares">Shares borrowed, positive.</param>
    /// <param name="rate">See <see cref="NightRate"/>.</param>
    public double BorrowCost(int bar, double shares, double rate) => shares * rate * (Close[bar - 1] * _nights[bar]);

    /// <summary>Sums and extremes of any span of bars; null where they do not pay.</summary>
    public SpanTables? Spans => _spans.Value;
}
