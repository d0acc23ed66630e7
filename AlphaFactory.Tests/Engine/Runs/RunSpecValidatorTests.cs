using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Runs;

public sealed class RunSpecValidatorTests
{
    private static readonly RunSpecValidator s_validator = new(StrategyRegistry.Shipped());

    private static readonly RunSpec s_spec = new() { Strategy = "sma-crossover", Symbol = "AAPL" };

    public static TheoryData<string, RunSpec> Absurd => new()
    {
        { "capital is 0 but must be above 0", s_spec with { InitialCapital = 0 } },
        { "capital is -5 but must be above 0", s_spec with { InitialCapital = -5 } },
        { "capital is NaN", s_spec with { InitialCapital = double.NaN } },
        { "capital is ", s_spec with { InitialCapital = double.PositiveInfinity } },
        { "commission_pct is 60 but must be from 0 to 50", s_spec with { Commission = new PercentCommission { Fraction = 0.6 } } },
        { "commission_pct is NaN", s_spec with { Commission = new PercentCommission { Fraction = double.NaN } } },
        { "commission_pct is -1", s_spec with { Commission = new PercentCommission { Fraction = -0.01 } } },
        { "slippage_pct is 60", s_spec with { Slippage = new PercentSlippage { Fraction = 0.6 } } },
        { "size_pct is 0", s_spec with { SizeFraction = 0 } },
        { "size_pct is 150 but must be above 0 and at most 100; there is no borrowed money", s_spec with { SizeFraction = 1.5 } },
        { "from is 2025-01-02 but must not come after to, 2025-01-01", s_spec with { From = new DateOnly(2025, 1, 2), To = new DateOnly(2025, 1, 1) } },
        { "symbol is empty", s_spec with { Symbol = " " } },
        { "There is no strategy \"sma\". Did you mean \"sma-crossover\"?", s_spec with { Strategy = "sma" } },
        { "fast is \"0\" but must be a whole number from 1 to 1000", s_spec with { Parameters = new Dictionary<string, string> { ["fast"] = "0" } } },
        { "fill is 9", s_spec with { Fill = (FillConvention)9 } },
        { "adjustment is 9", s_spec with { Adjustment = (PriceAdjustment)9 } },
        { "interval is missing", s_spec with { Interval = default } },
    };

    [Theory]
    [MemberData(nameof(Absurd))]
    public void An_absurd_value_is_refused_with_its_range(string message, RunSpec spec) =>
        Assert.Contains(message, Assert.Single(Assert.Throws<RunSpecException>(() => s_validator.Resolve(spec)).Faults), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(4, s_validator.Faults(s_spec with { InitialCapital = 0, SizeFraction = 2, Symbol = "", Parameters = new Dictionary<string, string> { ["speed"] = "1" } }).Count);

    [Fact]
    public void A_good_spec_comes_back_with_every_parameter() =>
        Assert.Equal(new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50", ["entry"] = "cross" }, s_validator.Resolve(s_spec).Parameters);
}
