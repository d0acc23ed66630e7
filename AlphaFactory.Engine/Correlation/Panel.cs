using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics.Association;

namespace AlphaFactory.Engine.Correlation;

/// <summary>Columns and forward returns of several symbols, also laid out by day.</summary>
internal sealed class Panel
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<long, int> _days;

    private Panel(List<Member> members)
    {
        _members = members;
        Times = [.. members.SelectMany(member => member.Times).Distinct().Order()];
        _days = Times.Select((time, place) => (time, place)).ToDictionary(pair => pair.time, pair => pair.place);
    }

    /// <summary>Bar times of any symbol, rising.</summary>
    public long[] Times { get; }

    public IReadOnlyList<Member> Members => _members;

    public static Panel Of(IEnumerable<Member> members) => new([.. members.OrderBy(member => member.Symbol, StringComparer.Ordinal)]);

    /// <summary>The part of a series inside the period, with its columns computed on the whole, so that the warm-up lies before the period.</summary>
    public static Member? Cut(ValuePlan plan, BarSeries bars, IndicatorTable table, DateOnly? from, DateOnly? to, IReadOnlyList<int> horizons)
    {
        int start = 0, end = bars.Count;
        while (from is { } first && start < end && bars.DateAt(start) < first)
        {
            start++;
        }

        while (to is { } last && end > start && bars.DateAt(end - 1) > last)
        {
            end--;
        }

        if (start == end)
        {
            return null;
        }

        // Returns are cut before they are measured: the last days have none rather than one from beyond the period.
        double[] closes = bars.Close[start..end].ToArray();
        double[][] columns = [.. Enumerable.Range(0, plan.Columns.Count).Select(column => plan.Read(bars, table, column)[start..end].ToArray())];
        double[][] forwards = [.. horizons.Select(horizon =>
        {
            double[] returns = new double[closes.Length];
            ForwardReturn.Write(closes, horizon, returns);
            return returns;
        })];
        return new Member(bars.Identity.Symbol, bars.Times[start..end].ToArray(), columns, forwards);
    }

    /// <summary>Rows of one kind by day: [day][symbol], NaN where a symbol has no bar.</summary>
    public double[][] ByDay(Func<Member, double[]> column)
    {
        double[][] days = [.. Times.Select(_ => Filled(_members.Count))];
        for (int i = 0; i < _members.Count; i++)
        {
            double[] values = column(_members[i]);
            for (int k = 0; k < values.Length; k++)
            {
                days[_days[_members[i].Times[k]]][i] = values[k];
            }
        }

        return days;
    }

    private static double[] Filled(int count)
    {
        double[] values = new double[count];
        values.AsSpan().Fill(double.NaN);
        return values;
    }

    /// <summary>One symbol: bar times, one column an indicator, one a horizon.</summary>
    public sealed record Member(string Symbol, long[] Times, double[][] Columns, double[][] Forwards);
}
