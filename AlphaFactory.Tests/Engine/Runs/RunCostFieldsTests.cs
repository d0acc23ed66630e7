using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Runs;

/// <summary>Costs and exits as keys of a run file.</summary>
public sealed class RunCostFieldsTests
{
    private const string Start = "strategy: sma-crossover\nsymbol: AAPL\n";

    private static readonly RunSpec s_spec = new() { Strategy = "sma-crossover", Symbol = "AAPL" };

    private static readonly RunSpecValidator s_validator = new(StrategyRegistry.Shipped());

    public static TheoryData<string, RunSpec> Written => new()
    {
        { "commission: ib-fixed\n", s_spec with { Commission = new IbFixedCommission() } },
        { "commission: none\n", s_spec with { Commission = new NoCommission() } },
        { "commission_pct: 0.2\n", s_spec with { Commission = new PercentCommission { Fraction = 0.002 } } },
        { "commission_minimum: 2\ncommission: per-share\n", s_spec with { Commission = new PerShareCommission { Minimum = 2 } } },
        { "commission_per_share: 0.01\n", s_spec with { Commission = new PerShareCommission { PerShare = 0.01 } } },
        { "slippage: half-spread\nslippage_ticks: 2\n", s_spec with { Slippage = new HalfSpreadSlippage { Ticks = 2 } } },
        { "slippage_impact_pct: 5\n", s_spec with { Slippage = new VolumeShareSlippage { Impact = 0.05 } } },
        { "borrow_pct: 3\nvolume_cap_pct: 10\n", s_spec with { BorrowFraction = 0.03, VolumeCapFraction = 0.1 } },
        { "stop_pct: 5\ntake_profit_pct: 10\nstops_from: entry-bar\nstop_base: signal-close\n", s_spec with { Exits = new ExitRules { StopFraction = 0.05, TakeProfitFraction = 0.1, StopsFrom = StopsFrom.EntryBar, StopBase = StopBase.SignalClose } } },
        { "stop_atr: 2.5\natr_length: 20\ntake_profit_r: 3\n", s_spec with { Exits = new ExitRules { StopAtr = 2.5, AtrLength = 20, TakeProfitR = 3 } } },
        { "trailing_pct: 8\ntrailing_atr: 3\nbreak_even_pct: 2\ntime_stop_bars: 10\nboth_touched: optimistic\nre_entry: allowed\n", s_spec with { Exits = new ExitRules { TrailingFraction = 0.08, TrailingAtr = 3, BreakEvenFraction = 0.02, TimeStopBars = 10, BothTouched = BothTouched.Optimistic, ReEntry = ReEntry.Allowed } } },
        { "stop_pct: none\nengine: event\n", s_spec with { Engine = EngineChoice.Event } },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_key_is_read_as_what_it_says_and_written_so_that_it_comes_back(string lines, RunSpec expected)
    {
        var read = RunSpecYaml.Read(Start + lines);
        Assert.Equal(expected, read with { Parameters = expected.Parameters });
        Assert.Equal(read with { Parameters = expected.Parameters }, RunSpecYaml.Read(RunSpecYaml.Write(read)) with { Parameters = expected.Parameters });
    }

    [Theory]
    [InlineData("commission: ib-fixed\ncommission_pct: 0.1\n", "commission_pct is given but commission is ib-fixed")]
    [InlineData("commission_pct: 0.1\ncommission_per_share: 0.01\n", "commission_per_share is given beside commission_pct")]
    [InlineData("commission: ib\n", "commission is \"ib\" but must be one of ib-fixed, ib-tiered, none, pct, per-share.")]
    [InlineData("stop_percent: 5\n", "\"stop_percent\" is not a key of a run. Did you mean \"stop_pct\"?")]
    [InlineData("time_stop_bars: soon\n", "time_stop_bars is \"soon\" but must be a whole number, or none.")]
    public void What_cannot_be_meant_is_refused(string lines, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Assert.Throws<RunSpecException>(() => RunSpecYaml.Read(Start + lines)).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("stop_pct: 100", "stop_pct is 100 but must be above 0 and below 100, or none.")]
    [InlineData("stop_atr: 0", "stop_atr is 0 but must be above 0 and at most 1000, or none.")]
    [InlineData("time_stop_bars: 0", "time_stop_bars is 0 but must be from 1 to 1000000, or none.")]
    [InlineData("take_profit_r: 2", "take_profit_r counts in first stop distances, but there is no stop.")]
    [InlineData("borrow_pct: -1", "borrow_pct is -1 but must be from 0 to 500; it is per cent a year.")]
    [InlineData("volume_cap_pct: 150", "volume_cap_pct is 150 but must be above 0 and at most 100, or none.")]
    [InlineData("commission_minimum: -1", "commission_minimum is -1 but must be from 0 to 1000.")]
    [InlineData("slippage_tick_size: 0", "slippage_tick_size is 0 but must be from 1E-06 to 100.")]
    [InlineData("atr_length: 0", "atr_length is 0 but must be from 1 to 2000.")]
    public void A_value_out_of_range_is_refused(string line, string fault) =>
        Assert.StartsWith(fault, Assert.Single(s_validator.Faults(RunSpecYaml.Read(Start + line + "\n"))), StringComparison.Ordinal);

    [Fact]
    public void Every_registered_model_comes_back_from_a_file()
    {
        foreach (var entry in ShippedCosts.Commissions.All)
        {
            Assert.Equal(entry.Default, RunSpecYaml.Read(RunSpecYaml.Write(s_spec with { Commission = entry.Default })).Commission);
        }

        foreach (var entry in ShippedCosts.Slippages.All)
        {
            Assert.Equal(entry.Default, RunSpecYaml.Read(RunSpecYaml.Write(s_spec with { Slippage = entry.Default })).Slippage);
        }
    }

    [Fact]
    public void The_fingerprint_tells_every_cost_and_exit_apart_but_not_the_engine()
    {
        var day = new DateOnly(2024, 1, 2);
        RunSpec[] specs = [.. Written.Select(row => row.Data.Item2).Where(spec => spec.Engine == s_spec.Engine), s_spec];
        Assert.Equal(specs.Length, specs.Select(Print).Distinct().Count());
        Assert.Equal(Print(s_spec), Print(s_spec with { Engine = EngineChoice.Event }));

        string Print(RunSpec spec) => RunFingerprint.Of(spec, day, day, "x");
    }
}
