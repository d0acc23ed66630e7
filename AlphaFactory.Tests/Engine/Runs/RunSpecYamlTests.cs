using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.Runs;

public sealed class RunSpecYamlTests
{
    [Fact]
    public void A_file_people_can_read_holds_the_whole_run()
    {
        var spec = new RunSpec { Strategy = "sma-crossover", Parameters = new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50" }, Symbol = "AAPL", From = new DateOnly(2024, 10, 29), SizeFraction = 0.95 };
        Assert.Equal(
            """
            strategy: sma-crossover
            set:
              fast: 20
              slow: 50
            symbol: AAPL
            interval: 1d
            from: 2024-10-29
            capital: 100000
            fill: next-open
            commission: pct
            commission_pct: 0.1
            slippage: pct
            slippage_pct: 0.05
            borrow_pct: 0.25
            size_pct: 95
            fractional: false
            adjustment: split
            warm_up_from_history: true
            engine: auto
            seed: 1

            """, RunSpecYaml.Write(spec));
    }

    [Fact]
    public void Every_spec_comes_back_the_same() => Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new SeededRandom((ulong)seed);
        var spec = new RunSpec
        {
            Strategy = "sma-crossover",
            Parameters = new Dictionary<string, string> { ["fast"] = random.NextInt32(500).ToString(System.Globalization.CultureInfo.InvariantCulture), ["note"] = ": #'\"{}[]~ null"[random.NextInt32(12)..] },
            Symbol = random.NextInt32(2) == 0 ? "BRK.B" : "NO",
            Source = random.NextInt32(2) == 0 ? null : "csv",
            Interval = new BarInterval(random.NextInt32(2) == 0 ? 1440 : 5),
            From = random.NextInt32(2) == 0 ? null : new DateOnly(2000, 1, 1).AddDays(random.NextInt32(9_000)),
            To = random.NextInt32(2) == 0 ? null : new DateOnly(2025, 1, 1),
            InitialCapital = random.NextDouble() * 1e6,
            Fill = (FillConvention)random.NextInt32(3),
            Commission = new PercentCommission { Fraction = random.NextDouble() / 2 },
            Slippage = new PercentSlippage { Fraction = Math.Pow(10, -8 * random.NextDouble()) / 2 },
            SizeFraction = random.NextDouble(),
            Fractional = random.NextInt32(2) == 0,
            Adjustment = (PriceAdjustment)random.NextInt32(3),
            WarmUpFromHistory = random.NextInt32(2) == 0,
            Seed = random.NextInt32(1_000_000) - 500_000,
        };
        string text = RunSpecYaml.Write(spec);
        var read = RunSpecYaml.Read(text);
        return read with { Parameters = spec.Parameters } == spec && read.Parameters.OrderBy(pair => pair.Key).SequenceEqual(spec.Parameters.OrderBy(pair => pair.Key)) && RunSpecYaml.Write(read) == text;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 11));

    [Fact]
    public void An_unknown_key_is_refused_with_a_suggestion()
    {
        var fault = Assert.Throws<RunSpecException>(() => RunSpecYaml.Read("strategy: sma-crossover\nsymbol: AAPL\ncommision_pct: 0.1\n"));
        Assert.StartsWith("\"commision_pct\" is not a key of a run. Did you mean \"commission_pct\"?", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_at_once()
    {
        var fault = Assert.Throws<RunSpecException>(() => RunSpecYaml.Read("symbol: AAPL\nfill: tomorrow\ncapital: much\nset: 5\nfrom: 29.10.2024\n"));
        Assert.Equal(5, fault.Faults.Count);
        Assert.Contains("fill is \"tomorrow\" but must be one of next-open, next-close, same-close.", fault.Faults);
        Assert.Contains("capital is \"much\" but must be a number above 0.", fault.Faults);
        Assert.Contains("strategy is missing. Add a line such as strategy: sma-crossover.", fault.Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("a: [1,")]
    [InlineData("strategy: a\nstrategy: b")]
    public void What_is_no_run_file_is_refused(string text) => Assert.NotEmpty(Assert.Throws<RunSpecException>(() => RunSpecYaml.Read(text)).Faults);

    [Theory]
    [InlineData(0.001, "0.1")]
    [InlineData(0.0005, "0.05")]
    [InlineData(1, "100")]
    [InlineData(0.07, "7")]
    [InlineData(0.29, "29")]
    public void A_fraction_inside_is_per_cent_outside_without_noise(double fraction, string text)
    {
        Assert.Equal(text, PercentText.OfFraction(fraction));
        Assert.Equal(fraction, PercentText.ToFraction(text));
    }
}
