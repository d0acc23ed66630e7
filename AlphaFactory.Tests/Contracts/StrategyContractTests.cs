using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered strategy must keep; a new one is tested by existing.</summary>
public sealed class StrategyContractTests
{
    public static TheoryData<string, string> All() => StrategyCase.All();

    [Theory]
    [MemberData(nameof(All))]
    public void It_does_not_look_ahead(string id, string variant)
    {
        var (entry, parameters) = StrategyCase.Of(id, variant);
        foreach (int seed in Enumerable.Range(1, 5))
        {
            var report = LookAheadCheck.Run(entry.Strategy, parameters, TestBars.Random(seed, 400), seed, CancellationToken.None);
            Assert.True(report.IsClean, report.Sentence);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_decides_the_same_twice_within_bounds_and_after_its_warm_up(string id, string variant)
    {
        var (entry, parameters) = StrategyCase.Of(id, variant);
        var bars = TestBars.Random(11, 400);
        double[] first = new double[bars.Count], second = new double[bars.Count];
        second.AsSpan().Fill(0.123);
        entry.Strategy.Decide(bars, parameters, first);
        entry.Strategy.Decide(bars, parameters, second);
        Assert.Equal(first, second);
        Assert.All(first, target => Assert.True(double.IsNaN(target) || target is >= -1 and <= 1));
        Assert.All(first.Take(parameters.WarmUpBars), target => Assert.True(double.IsNaN(target)));
        Opinions.Hold(first);
        Assert.All(first.Skip(parameters.WarmUpBars), target => Assert.False(double.IsNaN(target)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_finds_something_to_do(string id, string variant)
    {
        double[] target = StrategyCase.Of(id, variant).Decide(IndicatorCase.Bars(4000));
        Assert.Contains(target, wanted => wanted != 0 && !double.IsNaN(wanted));
        Assert.True(variant != "both sides" || target.Any(wanted => wanted < 0), "It was allowed to sell short and never did.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Columns_computed_elsewhere_give_the_same_targets_and_cost_nothing(string id, string variant)
    {
        var one = StrategyCase.Of(id, variant);
        if (one.Entry.Strategy is not IColumnStrategy strategy)
        {
            return;
        }

        var bars = IndicatorCase.Bars(1500);
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), strategy.Columns(one.Parameters));
        var table = plan.Compute(bars);
        double[][] columns = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table[column].ToArray())];
        double[] target = new double[bars.Count];
        strategy.Decide(bars, new StrategyColumns(columns, bars.Count), one.Parameters, target);
        Assert.Equal(one.Decide(bars), target);

        long before = GC.GetAllocatedBytesForCurrentThread();
        strategy.Decide(bars, new StrategyColumns(columns, bars.Count), one.Parameters, target);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Keys_are_equal_exactly_when_their_columns_are_and_values_fit_exactly_when_no_fault_is_said(string id, string variant)
    {
        var one = StrategyCase.Of(id, variant);
        var random = new SeededRandom(7);
        var known = new Dictionary<ColumnKey, IndicatorColumn>();
        var keys = new List<ColumnKey>();
        int fitting = 0;
        for (int draw = 0; draw < 200; draw++)
        {
            var parameters = one.Entry.Parameters.Parse(one.Entry.Parameters.Format(one.Parameters), out _)!;
            foreach (var definition in one.Entry.Parameters.Definitions.Where(definition => definition.Sweep is not null))
            {
                // Few values, so that the same column comes again; from the whole of what is allowed, so that some do not fit together.
                double share = random.NextInt32(4) / 3.0, value = definition.Minimum!.Value + (share * share * share * (definition.Maximum!.Value - definition.Minimum.Value));
                definition.Setter()(parameters, definition.Kind == ParameterKind.WholeNumber ? Math.Round(value) : value);
            }

            bool faultless = parameters is not IValidatableObject rules || !rules.Validate(new ValidationContext(parameters)).Any();
            Assert.Equal(faultless, parameters.Fits);
            fitting += faultless ? 1 : 0;
            if (faultless && one.Entry.Strategy is IColumnStrategy strategy && strategy.TryKeys(parameters, keys))
            {
                var columns = strategy.Columns(parameters);
                Assert.Equal(columns, keys.Select(key => key.Column));
                foreach (var (key, column) in keys.Zip(columns))
                {
                    Assert.Equal(known.TryAdd(key, column) ? column : known[key], column);
                }
            }
        }

        Assert.True(fitting > 0, "No draw fits together.");
        Assert.Equal(known.Count, known.Values.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_strength_lies_between_0_and_1_after_the_warm_up(string id, string variant)
    {
        var (entry, parameters) = StrategyCase.Of(id, variant);
        if (entry.Strategy is not IStrengthStrategy strategy)
        {
            return;
        }

        double[] strength = new double[400];
        strategy.Rate(TestBars.Random(5, 400), parameters, strength);
        Assert.All(strength.Take(parameters.WarmUpBars), value => Assert.True(double.IsNaN(value)));
        Assert.All(strength.Skip(parameters.WarmUpBars), value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_currency_a_price_is_quoted_in_changes_nothing(string id, string variant)
    {
        // By powers of two, which change no digit: what differs then is a threshold in money that should not be there.
        var one = StrategyCase.Of(id, variant);
        Prop.ForAll(Gen.Choose(1, 10_000).Zip(Gen.Choose(-6, 6)).ToArbitrary(), drawn =>
        {
            var bars = TestBars.Random(drawn.Item1, 600);
            double[] expected = one.Decide(bars);
            double[] actual = one.Decide(Scaled(bars, Math.Pow(2, drawn.Item2)));
            return expected.Zip(actual).All(pair => pair.First.Equals(pair.Second));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(20_261_128UL, 3UL));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_copes_with_no_bar_and_with_one(string id, string variant)
    {
        var (entry, parameters) = StrategyCase.Of(id, variant);
        entry.Strategy.Decide(TestBars.Flat(), parameters, []);
        entry.Strategy.Decide(TestBars.Flat(10), parameters, new double[1]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_price_that_never_moves_gives_targets_and_no_fault(string id, string variant)
    {
        var one = StrategyCase.Of(id, variant);
        double[] target = one.Decide(IndicatorCase.Constant(600));
        Opinions.Hold(target);
        Assert.All(target.Skip(one.Parameters.WarmUpBars), wanted => Assert.False(double.IsNaN(wanted)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_what_it_does_and_when_it_fails(string id, string variant)
    {
        var entry = StrategyCase.Of(id, variant).Entry;
        Assert.Matches("^[a-z][a-z0-9-]*$", entry.Id);
        Assert.EndsWith(".", entry.Logic, StringComparison.Ordinal);
        Assert.EndsWith(".", entry.Failure, StringComparison.Ordinal);
        Assert.All(entry.Parameters.Definitions, definition => Assert.NotEmpty(definition.Help));
        Assert.All(entry.Presets, preset => Assert.Matches("^[a-z][a-z0-9-]*$", preset.Id));
        Assert.All(entry.Presets, preset => Assert.EndsWith(".", preset.Says, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sweep_starts_and_ends_inside_the_range(string id, string variant)
    {
        foreach (var definition in StrategyCase.Of(id, variant).Entry.Parameters.Definitions.Where(definition => definition.Sweep is not null))
        {
            Assert.InRange(definition.Sweep!.From, definition.Minimum ?? double.MinValue, definition.Maximum ?? double.MaxValue);
            Assert.InRange(definition.Sweep.To, definition.Sweep.From, definition.Maximum ?? double.MaxValue);
            Assert.True(definition.Sweep.Step > 0);
        }
    }

    private static BarSeries Scaled(BarSeries bars, double factor) =>
        IndicatorCase.Replace(bars, PriceFields.Prices, _ => true, price => price * factor);
}
