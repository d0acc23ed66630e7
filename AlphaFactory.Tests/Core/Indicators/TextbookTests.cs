using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Contracts;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>Any series, also one with a stretch where nothing moves and days without volume, agrees with the definitions.</summary>
public sealed class TextbookTests
{
    private const double Relative = 1e-9;

    public static TheoryData<string> Columns() => [.. TextbookIndicators.ByColumn.Keys];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_agrees_with_its_definition_on_any_series(string column)
    {
        foreach (var bars in new[] { IndicatorCase.Bars(330, seed: 21), WithRests(22, 1), WithRests(23, 0.01) })
        {
            var plan = new IndicatorPlan(column);
            var table = plan.Compute(bars);
            // Sums of volumes and squares of prices cancel; what is left of them is judged against their size.
            double scale = Math.Max(1, Enumerable.Range(plan.Columns[0].WarmUpBars, 100).Max(bar => Math.Abs(TextbookIndicators.ByColumn[column](bars, bar))));
            for (int bar = plan.Columns[0].WarmUpBars; bar < bars.Count; bar++)
            {
                double expected = TextbookIndicators.ByColumn[column](bars, bar), actual = table[0][bar];
                Assert.True(Math.Abs(expected - actual) <= Relative * Math.Max(scale, Math.Abs(expected)), $"{column} at bar {bar}: expected {expected:R} but was {actual:R}");
            }
        }
    }

    private static BarSeries WithRests(int seed, double level)
    {
        var bars = IndicatorCase.Replace(IndicatorCase.Bars(330, seed), PriceFields.Prices, _ => true, price => price * level);
        double still = bars.Close[149];
        bars = IndicatorCase.Replace(bars, PriceFields.Prices, bar => bar is >= 150 and < 210, _ => still);
        return IndicatorCase.Replace(bars, PriceFields.Volume, bar => bar % 37 == 5, _ => 0);
    }
}
