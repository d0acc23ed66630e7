using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

/// <summary>A strategy that can say in bits what it holds must say the same as in targets.</summary>
public sealed class HoldStrategyTests
{
    private static readonly StrategyRegistry s_registry = StrategyRegistry.Shipped();

    public static TheoryData<string> Ids => [.. s_registry.All.Where(entry => entry.Strategy is IHoldStrategy).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bits_and_targets_agree_on_every_bar(string id)
    {
        var entry = s_registry.Get(id);
        var strategy = (IHoldStrategy)entry.Strategy;
        foreach (int seed in Enumerable.Range(1, 40))
        {
            // Prices of few different values make equal averages and touching levels common.
            int count = 1 + (seed * 17);
            var bars = seed % 2 == 0 ? TestBars.Random(seed, count) : TestBars.Flat([.. TestBars.Random(seed, count).Close.ToArray().Select(price => 10 + (Math.Round(price) % 3))]);
            foreach (var parameters in Sets(entry))
            {
                double[] target = new double[count];
                ulong[] held = [.. Enumerable.Repeat(ulong.MaxValue, (count + 63) / 64)], anew = [.. held];
                strategy.Decide(bars, parameters, target);
                double[] said = [.. target];
                Opinions.Hold(target);
                var table = new IndicatorPlan(IndicatorRegistry.Shipped(), strategy.Columns(parameters)).Compute(bars);
                double[][] columns = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table[column].ToArray())];
                if (strategy.TryHold(bars, new StrategyColumns(columns, count), parameters, held, anew))
                {
                    Assert.Equal([.. target.Select(value => value == 1)], Enumerable.Range(0, count).Select(bar => ((held[bar / 64] >> (bar % 64)) & 1) == 1));
                    Assert.All(target, value => Assert.True(value is 0 or 1 or double.NaN));
                    Assert.True(strategy.BitsSayAll || said.Select(value => value == 1).SequenceEqual(Enumerable.Range(0, count).Select(bar => ((anew[bar / 64] >> (bar % 64)) & 1) == 1)), $"{parameters} asks anew on other bars than its targets say.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bits_say_all_exactly_when_no_signal_is_said_anew(string id)
    {
        var entry = s_registry.Get(id);
        var strategy = (IHoldStrategy)entry.Strategy;
        int anew = 0;
        foreach (int seed in Enumerable.Range(1, 20))
        {
            double[] target = new double[1500];
            strategy.Decide(TestBars.Random(seed, target.Length), entry.Parameters.Defaults(), target);
            double wanted = double.NaN;
            foreach (double now in target.Where(now => !double.IsNaN(now)))
            {
                anew += now == wanted && now != 0 ? 1 : 0;
                wanted = now;
            }

            Assert.Equal(strategy.BitsSayAll, !target.Skip(entry.Parameters.Defaults().WarmUpBars).Any(double.IsNaN));
        }

        Assert.True(anew > 0, "No signal came anew: these bars show nothing.");
    }

    private static IEnumerable<StrategyParameters> Sets(StrategyEntry entry) =>
        new[] { entry.Parameters.Defaults() }
            .Concat(entry.Presets.Select(preset => preset.Parameters))
            .Concat(entry.Parameters.Definitions.SelectMany(parameter => parameter.Choices.Select(choice => entry.Parameters.Parse(new Dictionary<string, string> { [parameter.Name] = choice }, out _))).OfType<StrategyParameters>());
}
