using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Exits;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Features.Result;

namespace AlphaFactory.Tests.Web.Features.Result;

public sealed class CostSheetTests
{
    [Fact]
    public void What_prices_brought_less_costs_is_what_is_left()
    {
        var result = TestRuns.Run(TestRuns.Crossover with { Commission = new IbFixedCommission(), Exits = new ExitRules { TrailingFraction = 0.1 } }, TestBars.Synthetic());
        var sheet = CostSheet.Of(result);
        Near.Equal(result.Metrics["final_equity"]!.Value - 100_000, sheet.Net);
        Near.Equal(result.Metrics["commission"]!.Value, sheet.Lines[0].Amount);
        Near.Equal(sheet.BeforeCosts, sheet.Net + sheet.Total);
        Assert.Equal(result.Trades.Count, sheet.Trades);
        Assert.NotNull(sheet.PerSide);
    }

    [Fact]
    public void Without_a_trade_there_are_dashes_with_a_reason()
    {
        var sheet = CostSheet.Of(TestRuns.Run(TestRuns.Crossover, TestBars.Flat([.. Enumerable.Repeat(10.0, 80)])));
        Assert.Equal(0, sheet.Trades);
        Assert.Null(sheet.BreakEven);
        Assert.Null(sheet.PerTrade(sheet.Total));
        Assert.Equal("no trade was made", sheet.BreakEvenReason);
        Assert.Equal("No trade was made, so nothing was paid.", sheet.Sentence);
        Assert.NotNull(sheet.NoShare);
    }
}
