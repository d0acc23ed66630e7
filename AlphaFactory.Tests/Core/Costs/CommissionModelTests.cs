using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Costs;

public sealed class CommissionModelTests
{
    public static TheoryData<string> Ids => [.. ShippedCosts.Commissions.All.Select(entry => entry.Id)];

    [Theory]
    [InlineData(100, 25, 1)]
    [InlineData(1000, 25, 5)]
    [InlineData(1000, 0.25, 2.5)]
    [InlineData(1, 20, 0.2)]
    public void Interactive_Brokers_fixed_charges_what_its_own_examples_say(double quantity, double price, double commission) =>
        Assert.Equal(commission, new IbFixedCommission().Of(quantity, price), 1e-12);

    [Theory]
    [InlineData(50, 25, 0.35)]
    [InlineData(1000, 25, 3.5)]
    [InlineData(1000, 0.25, 2.5)]
    public void Interactive_Brokers_tiered_has_the_lower_minimum_and_the_same_most(double quantity, double price, double commission) =>
        Assert.Equal(commission, new IbTieredCommission().Of(quantity, price), 1e-12);

    [Fact]
    public void Per_cent_is_a_share_of_the_value_at_the_fill_price() =>
        Assert.Equal(2, new PercentCommission { Fraction = 0.001 }.Of(20, 100), 1e-12);

    [Fact]
    public void Per_share_has_terms_of_its_own() =>
        Assert.Equal(7, new PerShareCommission { PerShare = 0.01, Minimum = 7, LargestFraction = 0.5 }.Of(100, 20), 1e-12);

    /// <summary>Holds for every registered model without naming it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void What_money_affords_it_pays_for_and_not_a_share_more(string id)
    {
        var model = ShippedCosts.Commissions.Find(id)!.Default;
        var random = new SeededRandom(7);
        for (int i = 0; i < 2_000; i++)
        {
            double money = Math.Pow(10, (6 * random.NextDouble()) - 1), price = Math.Pow(10, (4 * random.NextDouble()) - 1);
            double quantity = model.Affordable(money, price);
            Assert.True(quantity > 0, $"{money} buys nothing at {price}");
            Assert.Equal(money, (quantity * price) + model.Of(quantity, price), 1e-9 * money);
            Assert.True(((quantity + 1) * price) + model.Of(quantity + 1, price) > money);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void More_shares_never_cost_less(string id)
    {
        var model = ShippedCosts.Commissions.Find(id)!.Default;
        for (double quantity = 0.5; quantity < 1e6; quantity *= 1.3)
        {
            Assert.InRange(model.Of(quantity, 37), 0, model.Of(quantity * 1.3, 37));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_model_says_what_it_charges(string id) => Assert.NotEmpty(ShippedCosts.Commissions.Find(id)!.Words.Words);
}
