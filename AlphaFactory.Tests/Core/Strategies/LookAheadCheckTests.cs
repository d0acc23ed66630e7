using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class LookAheadCheckTests
{
    public static TheoryData<string> Cheats => [.. CheatStrategies.All.Keys];

    [Theory]
    [MemberData(nameof(Cheats))]
    public void A_strategy_that_knows_the_future_is_caught_with_its_bar(string name)
    {
        var report = LookAheadCheck.Run(CheatStrategies.Of(name), new BuyAndHoldParameters(), TestBars.Random(3, 300), 1, CancellationToken.None);
        Assert.False(report.IsClean);
        Assert.NotNull(report.FirstBar);
        Assert.True(report.FirstBar < report.FirstCut);
        Assert.Contains($"bar {report.FirstBar}", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_tries_the_same_cuts()
    {
        var cheat = CheatStrategies.Of("centred average");
        var bars = TestBars.Random(5, 300);
        Assert.Equal(
            LookAheadCheck.Run(cheat, new BuyAndHoldParameters(), bars, 9, CancellationToken.None),
            LookAheadCheck.Run(cheat, new BuyAndHoldParameters(), bars, 9, CancellationToken.None));
    }

    [Fact]
    public void A_series_of_one_bar_has_nothing_to_cut() =>
        Assert.Equal(0, LookAheadCheck.Run(new BuyAndHold(), new BuyAndHoldParameters(), TestBars.Flat(10), 1, CancellationToken.None).Cuts);
}
