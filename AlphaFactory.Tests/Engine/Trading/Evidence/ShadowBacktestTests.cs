using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

/// <summary>Differences are planted one cause at a time, and the comparison has to name the cause.</summary>
public sealed class ShadowBacktestTests
{
    [Fact]
    public async Task What_traded_as_the_model_says_is_the_same_trade_for_trade()
    {
        var played = await ShadowCase.PlayAsync();
        var outcome = played.Compare();
        Assert.True(outcome.Rows.Count > 20, $"Only {outcome.Rows.Count} trades.");
        Assert.All(outcome.Rows, row => Assert.True(row is { Kind: MatchKind.Same, Cause: null, Why: null, Tracks: true }, $"{row.Kind} {row.Why}"));
        Assert.Empty(outcome.Differences);
        var tracking = Tracking.Of(outcome.Rows);
        Assert.Equal((true, 1.0), (tracking.Passes, tracking.Share.Value));
        Assert.Equal(0, tracking.CumulativeDifference.Value!.Value, 9);

        // The account as the journal tells it is the account as the session had it, on every bar.
        Assert.Equal(played.Bars.Count, outcome.History.Equity.Length);
        for (int bar = 0; bar < played.Bars.Count; bar++)
        {
            Assert.Equal(played.Live.Equity[bar], outcome.History.Equity[bar], 6);
            Assert.Equal(played.Live.Position[bar], outcome.History.Held[bar], 9);
            Assert.Equal(outcome.ShadowEquity[bar], outcome.History.Equity[bar], 2);
        }
    }

    [Fact]
    public async Task Bars_that_were_changed_after_they_were_seen_are_the_cause_and_no_fault_of_the_trading()
    {
        var played = await ShadowCase.PlayAsync();
        // From bar 150 to 170 the store now says that the price stood still.
        var stored = With(played.Bars, (bar, close) => bar is >= 150 and < 170 ? 90 : close);
        var outcome = played.Compare(stored);
        Assert.Equal(20, outcome.Differences.Count);
        var odd = outcome.Rows.Where(row => row.Kind != MatchKind.Same).ToList();
        Assert.NotEmpty(odd);
        Assert.All(odd, row => Assert.Equal(MatchCause.Data, row.Cause));
        Assert.All(odd, row => Assert.DoesNotContain(row.Tracks, (bool?[])[false]));
        Assert.Contains("when it was seen and has", odd[0].Why, StringComparison.Ordinal);
        Assert.True(Tracking.Of(outcome.Rows).Passes);
    }

    [Fact]
    public async Task A_bar_that_was_not_seen_is_a_difference_of_the_data()
    {
        var played = await ShadowCase.PlayAsync();
        var fewer = played with { Seen = [.. played.Seen.Where((_, place) => place != 200)] };
        var difference = Assert.Single(fewer.Compare().Differences);
        Assert.Equal((played.Bars.Times[200], "was not seen"), (difference.Time, difference.Words));
    }

    [Fact]
    public async Task Bars_the_store_does_not_hold_at_all_leave_the_question_of_the_data_open()
    {
        var played = await ShadowCase.PlayAsync();
        var outcome = played.Compare(played.Bars.Slice(0, 0));
        Assert.False(outcome.HasStored);
        Assert.Empty(outcome.Differences);
        Assert.All(outcome.Rows, row => Assert.Equal(MatchKind.Same, row.Kind));
    }

    [Fact]
    public async Task A_session_that_decides_otherwise_is_named_as_the_signal()
    {
        // Nothing is wanted from bar 100 to 200, whatever the averages say.
        var outcome = (await ShadowCase.PlayAsync(target => [.. target.Select((wanted, bar) => bar is >= 100 and < 200 ? 0 : wanted)])).Compare();
        var odd = outcome.Rows.Where(row => row.Kind != MatchKind.Same).ToList();
        Assert.Contains(odd, row => row.Kind == MatchKind.Missing);
        Assert.All(odd, row => Assert.Equal(MatchCause.Signal, row.Cause));
        Assert.False(Tracking.Of(outcome.Rows).Passes);
    }

    [Fact]
    public async Task A_trade_that_only_the_session_wanted_is_extra()
    {
        var plain = await ShadowCase.PlayAsync();
        int quiet = Enumerable.Range(50, 300).First(bar => plain.Live.Position.AsSpan(bar - 2, 7).ContainsAnyExcept(0) == false);
        var outcome = (await ShadowCase.PlayAsync(target => [.. target.Select((wanted, bar) => bar == quiet ? 1 : bar == quiet + 1 ? 0 : wanted)])).Compare();
        var extra = Assert.Single(outcome.Rows, row => row.Kind == MatchKind.Extra);
        Assert.Equal(MatchCause.Signal, extra.Cause);
    }

    [Fact]
    public async Task What_a_protection_kept_back_is_a_risk_block_with_its_code()
    {
        var coolDown = ProtectionRegistry.Shipped().Find("cool-down")!;
        var outcome = (await ShadowCase.PlayAsync(setting: new LiveSetting { Protections = [new ProtectionSetting(coolDown, new CoolDownParameters { Minutes = 5 * 1440 })] })).Compare();
        var missing = outcome.Rows.Where(row => row.Kind == MatchKind.Missing).ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, row => Assert.Equal(MatchCause.RiskBlock, row.Cause));
        Assert.Contains("Cool-down refused the order", missing[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_given_up_because_the_connection_was_away_is_the_fill()
    {
        var played = await ShadowCase.PlayAsync(faults: new SimulatedFaults { Breaks = 1, BreakLength = TimeSpan.FromMinutes(5) });
        var outcome = played.Compare();
        Assert.Empty(outcome.History.Trades);
        Assert.All(outcome.Rows, row => Assert.Equal((MatchKind.Missing, MatchCause.Fill), (row.Kind, row.Cause!.Value)));
        Assert.Contains("given up", outcome.Rows[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_the_broker_would_not_have_is_the_fill()
    {
        var outcome = (await ShadowCase.PlayAsync(faults: new SimulatedFaults { Rejects = 1 })).Compare();
        Assert.NotEmpty(outcome.Rows);
        Assert.All(outcome.Rows, row => Assert.Equal((MatchKind.Missing, MatchCause.Fill), (row.Kind, row.Cause!.Value)));
        Assert.Contains("not executed: it is rejected", outcome.Rows[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_worse_than_the_model_are_the_fill_and_fail_the_tracking()
    {
        var outcome = (await ShadowCase.PlayAsync(terms: terms => terms with { Slippage = new PercentSlippage { Fraction = 0.002 } })).Compare();
        var priced = outcome.Rows.Where(row => row.Kind == MatchKind.Price).ToList();
        Assert.True(priced.Count > 10, $"Only {priced.Count} rows.");
        Assert.All(priced, row => Assert.Equal(MatchCause.Fill, row.Cause));
        var tracking = Tracking.Of(outcome.Rows);
        // 20 bp were charged where the model has 5.
        Assert.Equal(15e-4, tracking.MedianDifference.Value!.Value, 5);
        Assert.Equal(5e-4, tracking.AllowedDifference.Value!.Value, 5);
        Assert.False(tracking.Passes);
        Assert.True(tracking.CumulativeDifference.Value < 0);
    }

    private static BarSeries With(BarSeries bars, Func<int, double, double> close)
    {
        double[] changed = [.. Enumerable.Range(0, bars.Count).Select(bar => close(bar, bars.Close[bar]))];
        double[] high = [.. changed.Select((value, bar) => Math.Max(value, bars.High[bar]))], low = [.. changed.Select((value, bar) => Math.Min(value, bars.Low[bar]))];
        return new BarSeries(bars.Identity, [.. bars.Times], [.. bars.Open], high, low, changed, [.. bars.Volume]);
    }
}
