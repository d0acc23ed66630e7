using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Registration;

public sealed class StrategyRegistryTests
{
    [Fact]
    public void Two_classes_of_one_id_are_both_named()
    {
        var fault = Assert.Throws<RegistrationException>(() => new StrategyRegistry([typeof(First), typeof(Second)]));
        Assert.Contains(nameof(First), fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Second), fault.Message, StringComparison.Ordinal);
        Assert.Contains("\"twin\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_no_strategy_is_named()
    {
        var fault = Assert.Throws<RegistrationException>(() => new StrategyRegistry([typeof(NoStrategy)]));
        Assert.Contains(nameof(NoStrategy), fault.Message, StringComparison.Ordinal);
        Assert.Contains("IStrategy", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_without_parameters_record_is_named()
    {
        var fault = Assert.Throws<RegistrationException>(() => new StrategyRegistry([typeof(Bare)]));
        Assert.Contains(nameof(Bare), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_cannot_be_made_is_named()
    {
        var fault = Assert.Throws<RegistrationException>(() => new StrategyRegistry([typeof(Needy)]));
        Assert.Contains("constructor", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_names_no_parameter_fails_at_start() =>
        Assert.Contains("{speed}", Assert.Throws<RegistrationException>(() => new StrategyRegistry([typeof(Mistitled)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_miss_lists_the_known_ids_with_a_suggestion()
    {
        var fault = Assert.Throws<UnknownIdException>(() => StrategyRegistry.Shipped().Get("sma-crosover"));
        Assert.Contains("Did you mean \"sma-crossover\"?", fault.Message, StringComparison.Ordinal);
        Assert.Contains("buy-and-hold", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_titled_with_its_parameters()
    {
        var entry = StrategyRegistry.Shipped().Get("sma-crossover");
        Assert.Equal("SMA crossover 20/50", entry.Title(entry.Parameters.Defaults()));
        Assert.Equal("SMA crossover 5/30", entry.Title(new SmaCrossoverParameters { Fast = 5, Slow = 30 }));
    }

    private sealed record Nothing : StrategyParameters
    {
        public override int WarmUpBars => 0;
    }

    [Strategy("twin", "First", Logic = "none", Failure = "always")]
    private sealed class First : Strategy<Nothing>
    {

        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target) => target.Clear();
    }

    [Strategy("twin", "Second", Logic = "none", Failure = "always")]
    private sealed class Second : Strategy<Nothing>
    {
        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target) => target.Clear();
    }

    [Strategy("none", "No strategy", Logic = "none", Failure = "always")]
    private sealed class NoStrategy;

    [Strategy("bare", "Bare", Logic = "none", Failure = "always")]
    private sealed class Bare : IStrategy
    {
        public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target) => target.Clear();
    }

    [Strategy("needy", "Needy", Logic = "none", Failure = "always")]
    private sealed class Needy(int number) : Strategy<Nothing>
    {
        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target) => target.Fill(number);
    }

    [Strategy("mistitled", "Mistitled", Title = "Mistitled {speed}", Logic = "none", Failure = "always")]
    private sealed class Mistitled : Strategy<Nothing>
    {
        protected override void Decide(BarSeries bars, Nothing parameters, Span<double> target) => target.Clear();
    }
}
