using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Slippages;

namespace AlphaFactory.Tests.Core.Costs;

public sealed class SlippageModelTests
{
    public static TheoryData<string> Ids => [.. ShippedCosts.Slippages.All.Select(entry => entry.Id)];

    [Fact]
    public void Per_cent_moves_the_price_against_the_order()
    {
        var model = new PercentSlippage { Fraction = 0.0005 };
        Assert.Equal(100.05, model.FillPrice(100, 1, 0), 1e-12);
        Assert.Equal(99.95, model.FillPrice(100, -1, 0), 1e-12);
    }

    [Fact]
    public void Half_the_spread_is_counted_in_ticks()
    {
        var model = new HalfSpreadSlippage { Ticks = 3, TickSize = 0.01 };
        Assert.Equal(20.03, model.FillPrice(20, 1, 0), 1e-12);
        Assert.Equal(19.97, model.FillPrice(20, -1, 0), 1e-12);
        Assert.Equal(0.01, model.FillPrice(0.02, -1, 0), 1e-12);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0.1, 100.1)]
    [InlineData(1, 110)]
    public void Volume_share_grows_with_the_square(double share, double price) =>
        Assert.Equal(price, new VolumeShareSlippage { Impact = 0.1 }.FillPrice(100, 1, share), 1e-12);

    [Theory]
    [InlineData(10, 100, 0.1)]
    [InlineData(100, 10, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(10, double.NaN, 1)]
    public void An_order_on_a_bar_without_volume_counts_as_all_of_it(double quantity, double volume, double share) =>
        Assert.Equal(share, SlippageModel.ShareOf(quantity, volume));

    /// <summary>Holds for every registered model without naming it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void No_model_ever_helps_the_order_and_a_price_stays_a_price(string id)
    {
        var model = ShippedCosts.Slippages.Find(id)!.Default;
        for (double price = 0.001; price < 1e5; price *= 2)
        {
            for (double share = 0; share <= 1; share += 0.125)
            {
                Assert.True(model.FillPrice(price, 1, share) >= price);
                Assert.InRange(model.FillPrice(price, -1, share), double.Epsilon, price);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_model_says_what_it_does(string id) => Assert.NotEmpty(ShippedCosts.Slippages.Find(id)!.Words.Words);
}
