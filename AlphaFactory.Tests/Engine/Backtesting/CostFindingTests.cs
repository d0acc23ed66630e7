using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>What a result says of costs, volume and corporate actions.</summary>
public sealed class CostFindingTests
{
    private static readonly BarSeries s_bars = TestBars.Random(3, 120);

    private static readonly RunSpec s_hold = new() { Strategy = "buy-and-hold", Symbol = "TEST", InitialCapital = 1e9 };

    [Fact]
    public void Large_orders_are_pointed_out_and_cut_ones_counted()
    {
        Assert.Contains(TestRuns.Run(s_hold, s_bars).Findings, finding => finding.Code == "large-orders");
        var cut = TestRuns.Run(s_hold with { VolumeCapFraction = 0.05 }, s_bars);
        Assert.Contains("1 order cut by volume", cut.Findings.Select(finding => finding.Title));
        Assert.Equal(50_000, cut.Trades[0].Quantity);
        Assert.DoesNotContain(cut.Findings, finding => finding.Code == "large-orders");
    }

    [Fact]
    public void A_cap_without_any_volume_is_refused()
    {
        double[] none = new double[s_bars.Count];
        var silent = new BarSeries(s_bars.Identity, s_bars.Times.ToArray(), s_bars.Open.ToArray(), s_bars.High.ToArray(), s_bars.Low.ToArray(), s_bars.Close.ToArray(), none);
        Assert.Contains("have no volume", Assert.Throws<RunSpecException>(() => TestRuns.Run(s_hold with { VolumeCapFraction = 0.1 }, silent)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dividends_that_split_adjusted_prices_leave_out_are_counted()
    {
        var result = Split(s_hold with { InitialCapital = 10_000, Fractional = true, Commission = new NoCommission() });
        var finding = Assert.Single(result.Findings, finding => finding.Code == "dividends-left-out");
        Assert.StartsWith("+$", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_by_share_on_rescaled_prices_are_pointed_out()
    {
        Assert.Contains(Split(s_hold with { Commission = new IbFixedCommission() }).Findings, finding => finding.Code == "costs-count-shares");
        Assert.DoesNotContain(Split(s_hold).Findings, finding => finding.Code == "costs-count-shares");
    }

    [Fact]
    public void The_engine_asked_for_does_not_change_the_fingerprint_and_the_kernel_is_not_for_one_run()
    {
        Assert.Equal(TestRuns.Run(s_hold, s_bars).Fingerprint, TestRuns.Run(s_hold with { Engine = EngineChoice.Event }, s_bars).Fingerprint);
        Assert.Contains("engine is kernel", Assert.Throws<RunSpecException>(() => TestRuns.Run(s_hold with { Engine = EngineChoice.Kernel }, s_bars)).Message, StringComparison.Ordinal);
    }

    private static BacktestResult Split(RunSpec spec)
    {
        int n = s_bars.Count;
        double[] split = [.. Enumerable.Range(0, n).Select(i => i < 60 ? 0.5 : 1)], total = [.. Enumerable.Range(0, n).Select(i => split[i] * (i < 40 ? 0.97 : 1))];
        var raw = new RawBars(s_bars.Times.ToArray(), s_bars.Open.ToArray(), s_bars.High.ToArray(), s_bars.Low.ToArray(), s_bars.Close.ToArray(), s_bars.Volume.ToArray(), split, total);
        return TestRuns.Run(spec, raw.Adjust(s_bars.Identity));
    }
}
