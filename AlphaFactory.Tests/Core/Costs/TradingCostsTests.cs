using AlphaFactory.Core.Costs;

namespace AlphaFactory.Tests.Core.Costs;

public sealed class TradingCostsTests
{
    private static readonly TradingCosts s_costs = new(0.001, 0.0005);

    [Fact]
    public void A_buyer_pays_more_and_a_seller_gets_less()
    {
        Assert.Equal(100.05, s_costs.FillPrice(100, 1), 1e-12);
        Assert.Equal(99.95, s_costs.FillPrice(100, -1), 1e-12);
    }

    [Fact]
    public void Commission_is_a_share_of_the_value_at_the_fill_price() => Assert.Equal(2, s_costs.Commission(20, 100), 1e-12);
}
