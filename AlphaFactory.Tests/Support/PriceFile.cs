using System.Globalization;
using System.Text;

namespace AlphaFactory.Tests.Support;

/// <summary>Price files made by formula, so that tests need no vendor's prices.</summary>
internal static class PriceFile
{
    /// <summary>300 weekdays from 2020-01-02 that swing around a rising line: averages cross often.</summary>
    public static string WriteWave(string path)
    {
        var text = new StringBuilder("date,open,high,low,close,volume\n");
        var day = new DateOnly(2020, 1, 2);
        for (int i = 0; i < 300; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            double open = 100 + (i * 0.05) + (8 * Math.Sin(i / 7.0)), close = 100 + (i * 0.05) + (8 * Math.Sin((i + 0.6) / 7.0));
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{open:F4},{Math.Max(open, close) + 0.5:F4},{Math.Min(open, close) - 0.5:F4},{close:F4},{1000 + i}\n");
            i++;
        }

        File.WriteAllText(path, text.ToString());
        return path;
    }
}
