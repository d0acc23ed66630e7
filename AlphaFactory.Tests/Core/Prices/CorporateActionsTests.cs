using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Prices;

public sealed class CorporateActionsTests
{
    [Fact]
    public void A_dividend_is_a_step_of_the_total_return_factor_and_a_split_one_of_the_split_factor()
    {
        // 2 on a close of 100, then four new shares for one, then 0.5 on a close of 25 that comes with another two for one.
        double first = 1 - (2.0 / 100), last = 1 - (0.5 / 25);
        var bars = Bars([100, 98, 25, 12], [0.125, 0.125, 0.5, 1], [0.125 * first * last, 0.125 * last, 0.5 * last, 1]);
        var actions = CorporateActions.Of(bars);
        Assert.Equal(3, actions.Count);
        Assert.Equal([1, 2, 3], actions.Select(action => (int)action.Time));
        Assert.Equal([2, 0, 0.5], actions.Select(action => Math.Round(action.Dividend, 9)));
        Assert.Equal([1, 4, 2], actions.Select(action => action.SplitRatio));
    }

    [Fact]
    public void Steps_that_rounding_explains_are_no_dividends()
    {
        // Adjusted closes rounded to cents shake both ways by some ten thousandths; the dividend of 2 % stands out.
        var bars = Bars([100, 100, 100, 98], [1, 1, 1, 1], [0.9801, 0.9799, 0.98, 1]);
        var action = Assert.Single(CorporateActions.Of(bars));
        Assert.Equal((3L, 2.0), (action.Time, Math.Round(action.Dividend, 9)));
    }

    [Fact]
    public void Only_prices_as_traded_carry_actions()
    {
        var bars = Bars([100, 98], [1, 1], [0.98, 1]);
        BarSeries Adjusted(PriceAdjustment adjustment) => bars.Adjust(new SeriesIdentity("A", BarInterval.Daily, "csv", adjustment, false));
        Assert.Single(Adjusted(PriceAdjustment.Raw).Actions);
        Assert.Single(Adjusted(PriceAdjustment.Raw).Slice(1, 1).Actions);
        Assert.Empty(Adjusted(PriceAdjustment.Split).Actions);
        Assert.Empty(Adjusted(PriceAdjustment.TotalReturn).Actions);
    }

    private static RawBars Bars(double[] close, double[] split, double[] totalReturn) =>
        new([.. Enumerable.Range(0, close.Length).Select(i => (long)i)], close, close, close, close, close, split, totalReturn);
}
