using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Web.Verbs;

/// <summary>Writes indicator columns as text: the date first, 17 significant digits, nothing where there is no value.</summary>
internal static class IndicatorCsv
{
    public static void Write(TextWriter output, IndicatorPlan plan, BarSeries bars, IndicatorTable table)
    {
        output.Write("date");
        foreach (var column in plan.Columns)
        {
            output.Write(',');
            output.Write(column.Name);
        }

        output.Write('\n');
        string format = bars.Identity.Interval.IsDaily ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
        Span<char> digits = stackalloc char[32];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            output.Write(bars.TimeAt(bar).ToString(format, CultureInfo.InvariantCulture));
            for (int column = 0; column < table.ColumnCount; column++)
            {
                output.Write(',');
                double value = table[column][bar];
                if (!double.IsNaN(value) && value.TryFormat(digits, out int length, "G17", CultureInfo.InvariantCulture))
                {
                    output.Write(digits[..length]);
                }
            }

            output.Write('\n');
        }
    }
}
