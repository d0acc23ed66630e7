using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Brings columns with one value per bar to one per trading day, as the statistics ask; daily bars stay as they are.</summary>
internal static class DailyColumns
{
    /// <summary>Index of the last bar of each day.</summary>
    public static IReadOnlyList<int> LastOfDay(BarSeries bars)
    {
        var last = new List<int>(bars.Count);
        for (int i = 0; i < bars.Count; i++)
        {
            if (bars.Identity.Interval.IsDaily || i == bars.Count - 1 || bars.DateAt(i + 1) != bars.DateAt(i))
            {
                last.Add(i);
            }
        }

        return last;
    }

    /// <summary>Values of the last bar of each day.</summary>
    public static double[] Closing(IReadOnlyList<int> lastOfDay, double[] column) => [.. lastOfDay.Select(bar => column[bar])];

    /// <summary>Sums over the bars of each day.</summary>
    public static double[] Sums(IReadOnlyList<int> lastOfDay, double[] column)
    {
        double[] sums = new double[lastOfDay.Count];
        int bar = 0;
        for (int day = 0; day < sums.Length; day++)
        {
            for (; bar <= lastOfDay[day]; bar++)
            {
                sums[day] += column[bar];
            }
        }

        return sums;
    }
}
