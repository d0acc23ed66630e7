using AlphaFactory.Core.Indicators;
using AlphaFactory.Tests.Contracts;

namespace AlphaFactory.Tests.Core.Indicators;

public sealed class NaiveTests
{
    public static TheoryData<string> Columns() => [.. NaiveIndicators.ByColumn.Keys];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_agrees_with_its_definition(string column)
    {
        var bars = IndicatorCase.Bars(420, seed: 3);
        var plan = new IndicatorPlan(column);
        var table = plan.Compute(bars);
        for (int bar = plan.Columns[0].WarmUpBars; bar < bars.Count; bar++)
        {
            double expected = NaiveIndicators.ByColumn[column](bars, bar), actual = table[0][bar];
            Assert.True(Math.Abs(expected - actual) <= 1e-10 * Math.Max(1, Math.Abs(expected)), $"{column} at bar {bar}: expected {expected:R} but was {actual:R}");
        }
    }
}
