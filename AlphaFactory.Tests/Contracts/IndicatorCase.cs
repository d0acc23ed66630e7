using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Contracts;

/// <summary>One registered indicator with one set of parameters: its defaults, or the start of every sweep.</summary>
internal sealed class IndicatorCase
{
    private IndicatorCase(IndicatorEntry entry, IndicatorParameters parameters)
    {
        (Entry, Parameters) = (entry, parameters);
        Columns = [.. entry.Columns(parameters)];
        Plan = new IndicatorPlan(IndicatorRegistry.Shipped(), Columns);
    }

    public static TheoryData<string, bool> All() =>
        [.. IndicatorRegistry.Shipped().All.SelectMany(entry => new TheoryDataRow<string, bool>[] { new(entry.Id, false), new(entry.Id, true) })];

    public static IndicatorCase Of(string id, bool small)
    {
        var entry = IndicatorRegistry.Shipped().Get(id);
        var values = entry.Parameters.Definitions.Where(definition => small && definition.Sweep is not null)
            .ToDictionary(definition => definition.Name, definition => definition.Sweep!.From.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var parameters = entry.Parameters.Parse(values, out var faults);
        Assert.True(parameters is not null, $"The starts of the sweeps of {id} are not valid together: {string.Join(" ", faults)}");
        return new IndicatorCase(entry, parameters);
    }

    public IndicatorEntry Entry { get; }

    public IndicatorParameters Parameters { get; }

    public IReadOnlyList<IndicatorColumn> Columns { get; }

    public IndicatorPlan Plan { get; }

    public PriceFields Inputs => Entry.InputsOf(Parameters);

    /// <summary>Values a column with 0-based output place; computed afresh.</summary>
    public double[][] Compute(BarSeries bars)
    {
        var table = Plan.Compute(bars);
        return [.. Enumerable.Range(0, Columns.Count).Select(i => table[i].ToArray())];
    }

    public static BarSeries Bars(int count, int seed = 7)
    {
        var random = new SeededRandom((ulong)seed);
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        double last = 80;
        for (int i = 0; i < count; i++)
        {
            open[i] = Cents(last * (0.985 + (0.03 * random.NextDouble())));
            close[i] = Cents(open[i] * (0.97 + (0.06 * random.NextDouble())));
            high[i] = Cents(Math.Max(open[i], close[i]) + (last * 0.015 * random.NextDouble()));
            low[i] = Cents(Math.Min(open[i], close[i]) - (last * 0.015 * random.NextDouble()));
            volume[i] = Math.Round(1e6 * (0.5 + random.NextDouble()));
            last = close[i];
        }

        return Series(open, high, low, close, volume);
    }

    public static BarSeries Constant(int count) => Series([.. Enumerable.Repeat(79.75, count)], [.. Enumerable.Repeat(79.75, count)], [.. Enumerable.Repeat(79.75, count)], [.. Enumerable.Repeat(79.75, count)], [.. Enumerable.Repeat(1e6, count)]);

    /// <summary>The bars with some places of some columns replaced.</summary>
    public static BarSeries Replace(BarSeries bars, PriceFields fields, Func<int, bool> where, Func<double, double> with)
    {
        double[] Column(ReadOnlySpan<double> column, PriceFields field)
        {
            double[] copy = column.ToArray();
            for (int i = 0; i < copy.Length && (fields & field) != 0; i++)
            {
                copy[i] = where(i) ? with(copy[i]) : copy[i];
            }

            return copy;
        }

        return new BarSeries(bars.Identity, bars.Times.ToArray(), Column(bars.Open, PriceFields.Open), Column(bars.High, PriceFields.High), Column(bars.Low, PriceFields.Low), Column(bars.Close, PriceFields.Close), Column(bars.Volume, PriceFields.Volume));
    }

    public static IEnumerable<PriceFields> Single(PriceFields fields) =>
        new[] { PriceFields.Open, PriceFields.High, PriceFields.Low, PriceFields.Close, PriceFields.Volume }.Where(field => (fields & field) != 0);

    private static double Cents(double price) => Math.Round(price, 2);

    private static BarSeries Series(double[] open, double[] high, double[] low, double[] close, double[] volume)
    {
        long start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        long[] times = [.. Enumerable.Range(0, open.Length).Select(day => start + (86_400_000L * day))];
        return new BarSeries(new SeriesIdentity("TEST", BarInterval.Daily, "csv", PriceAdjustment.Split, true), times, open, high, low, close, volume);
    }
}
