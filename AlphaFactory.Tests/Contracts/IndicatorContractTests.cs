using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered indicator must keep; none is named here.</summary>
public sealed class IndicatorContractTests
{
    private const int Count = 620;

    public static TheoryData<string, bool> All() => IndicatorCase.All();

    [Theory]
    [MemberData(nameof(All))]
    public void The_first_value_comes_when_the_warm_up_says(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        double[][] values = indicator.Compute(IndicatorCase.Bars(Count));
        for (int i = 0; i < values.Length; i++)
        {
            int first = Array.FindIndex(values[i], value => !double.IsNaN(value)), declared = indicator.Columns[i].WarmUpBars;
            Assert.Equal(Count, values[i].Length);
            Assert.True(indicator.Entry.About.StartsWithData ? first >= declared : first == declared, $"{indicator.Columns[i].Name} begins at bar {first}, declared is {declared}");
            Assert.True(indicator.Parameters.WarmUpBars >= declared);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Streaming_equals_batch_and_no_value_knows_the_future(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        var bars = IndicatorCase.Bars(Count);
        double[][] whole = indicator.Compute(bars);
        for (int count = 1; count < Count; count += count < 70 ? 1 : 13)
        {
            double[][] prefix = indicator.Compute(bars.Slice(0, count));
            Same(indicator, [.. whole.Select(column => column[..count])], prefix, $"with {count} of {Count} bars");
        }

        var other = indicator.Compute(IndicatorCase.Replace(bars, PriceFields.Prices | PriceFields.Volume, bar => bar >= 400, value => value * 1.7));
        Same(indicator, [.. whole.Select(column => column[..400])], [.. other.Select(column => column[..400])], "after the future was changed");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_gap_in_the_data_costs_only_what_touches_it(string id, bool small)
    {
        const int Gap = 150;
        var indicator = IndicatorCase.Of(id, small);
        var bars = IndicatorCase.Bars(Count);
        double[][] whole = indicator.Compute(bars), after = indicator.Compute(bars.Slice(Gap + 1, Count - Gap - 1));
        foreach (var field in IndicatorCase.Single(indicator.Inputs))
        {
            foreach (double hole in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            {
                double[][] values = indicator.Compute(IndicatorCase.Replace(bars, field, bar => bar == Gap, _ => hole));
                Same(indicator, [.. whole.Select(column => column[..Gap])], [.. values.Select(column => column[..Gap])], $"before {hole} in {field}");
                Assert.All(values, column => Assert.True(double.IsNaN(column[Gap])));
                Same(indicator, after, [.. values.Select(column => column[(Gap + 1)..])], $"after {hole} in {field}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_that_is_not_declared_is_not_read(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        var bars = IndicatorCase.Bars(Count);
        var rest = (PriceFields.Prices | PriceFields.Volume) & ~indicator.Inputs;
        Same(indicator, indicator.Compute(bars), indicator.Compute(IndicatorCase.Replace(bars, rest, _ => true, _ => double.NaN)), $"with {rest} blank");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_series_too_short_has_no_value_and_no_fault(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        for (int count = 0; count <= indicator.Parameters.WarmUpBars; count += count < 40 ? 1 : 17)
        {
            double[][] values = indicator.Compute(IndicatorCase.Bars(count));
            for (int i = 0; i < values.Length; i++)
            {
                Assert.All(values[i].Take(indicator.Columns[i].WarmUpBars), value => Assert.True(double.IsNaN(value)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_price_that_never_moves_gives_no_infinity(string id, bool small)
    {
        double[][] values = IndicatorCase.Of(id, small).Compute(IndicatorCase.Constant(Count));
        Assert.All(values, column => Assert.All(column, value => Assert.False(double.IsInfinity(value))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_computation_allocates_nothing(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        var bars = BarColumns.Of(IndicatorCase.Bars(Count));
        var table = new IndicatorTable(indicator.Plan);
        indicator.Plan.Compute(bars, table);
        long before = GC.GetAllocatedBytesForCurrentThread();
        indicator.Plan.Compute(bars, table);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_name_leads_back_to_its_column(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        foreach (var column in indicator.Columns)
        {
            var read = IndicatorColumn.Parse(column.Name);
            Assert.Equal((column.Indicator.Id, column.Parameters, column.Output), (read.Indicator.Id, read.Parameters, read.Output));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_indicator_explains_itself(string id, bool small)
    {
        var about = IndicatorCase.Of(id, small).Entry.About;
        Assert.All(new[] { about.Name, about.Says, about.Formula, about.Source }, Assert.NotEmpty);
    }

    private static void Same(IndicatorCase indicator, double[][] expected, double[][] actual, string when)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            int bar = Enumerable.Range(0, expected[i].Length).FirstOrDefault(bar => !expected[i][bar].Equals(actual[i][bar]), -1);
            Assert.True(bar < 0 && expected[i].Length == actual[i].Length, bar < 0 ? "lengths differ" : $"{indicator.Columns[i].Name} at bar {bar} {when}: expected {expected[i][bar]:R} but was {actual[i][bar]:R}");
        }
    }
}
