using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Tests.Core.Sizing;

public sealed class EquityFractionTests
{
    private static readonly PercentCommission s_commission = new() { Fraction = 0.001 };

    [Theory]
    [InlineData(0.5, false, 50)]
    [InlineData(0.999, false, 99)]
    [InlineData(1, false, 99)]
    [InlineData(0.255, true, 25.5)]
    [InlineData(0, true, 0)]
    public void Quantity_is_a_share_of_equity_that_leaves_room_for_the_commission(double share, bool fractional, double expected) =>
        Assert.Equal(expected, EquityFraction.Quantity(share, 1_000, 10, s_commission, fractional), 1e-12);

    [Fact]
    public void All_in_with_fractions_spends_the_money_to_the_last_cent()
    {
        double quantity = EquityFraction.Quantity(1, 1_000, 10, s_commission, fractional: true);
        Assert.Equal(1_000, quantity * 10 * 1.001, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-500)]
    public void Without_money_nothing_is_bought(double money)
    {
        Assert.Equal(0, EquityFraction.Affordable(money, 10, s_commission, fractional: true));
        Assert.Equal(0, EquityFraction.Quantity(1, money, 10, s_commission, fractional: false));
    }
}
