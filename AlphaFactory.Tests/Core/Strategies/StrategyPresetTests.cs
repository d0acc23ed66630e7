using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class StrategyPresetTests
{
    [Fact]
    public void A_preset_is_known_by_its_values()
    {
        var entry = StrategyRegistry.Shipped().Get("sma-crossover");
        Assert.Equal("golden-cross", entry.PresetOf(new SmaCrossoverParameters { Fast = 50, Slow = 200 })!.Id);
        Assert.Null(entry.PresetOf(new SmaCrossoverParameters { Fast = 51, Slow = 200 }));
        Assert.Contains("Did you mean \"golden-cross\"?", entry.MissPreset("goldencross"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(OutOfRange), "fast")]
    [InlineData(typeof(Twice), "there twice")]
    [InlineData(typeof(OfAnother), "BuyAndHoldParameters")]
    public void A_preset_that_breaks_a_rule_fails_at_start(Type strategy, string words) =>
        Assert.Contains(words, Assert.Throws<RegistrationException>(() => new StrategyRegistry([strategy])).Message, StringComparison.Ordinal);

    private abstract class Faulty(params StrategyPreset[] presets) : Strategy<SmaCrossoverParameters>
    {
        public override IReadOnlyList<StrategyPreset> Presets => presets;

        protected override void Decide(BarSeries bars, SmaCrossoverParameters parameters, Span<double> target) => target.Clear();
    }

    [Strategy("out-of-range", "Out of range", Logic = "none", Failure = "always")]
    private sealed class OutOfRange() : Faulty(new StrategyPreset("far", "Far", "Too far.", new SmaCrossoverParameters { Fast = 5000, Slow = 6000 }));

    [Strategy("twice", "Twice", Logic = "none", Failure = "always")]
    private sealed class Twice() : Faulty(new("one", "One", "One.", new SmaCrossoverParameters()), new("one", "One", "One.", new SmaCrossoverParameters()));

    [Strategy("of-another", "Of another", Logic = "none", Failure = "always")]
    private sealed class OfAnother() : Faulty(new StrategyPreset("held", "Held", "Held.", new BuyAndHoldParameters()));
}
