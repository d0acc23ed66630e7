using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Tests.Contracts;

/// <summary>Every registered indicator says something true in form on any series.</summary>
public sealed class IndicatorReadingContractTests
{
    public static TheoryData<string, bool> All() => IndicatorCase.All();

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_a_sentence_or_gives_a_reason(string id, bool small)
    {
        var indicator = IndicatorCase.Of(id, small);
        var setting = new IndicatorSetting(indicator.Entry, indicator.Parameters);
        for (int count = 0; count < 640; count += 53)
        {
            foreach (var bars in new[] { IndicatorCase.Bars(count), IndicatorCase.Bars(count, seed: 11), IndicatorCase.Constant(count) })
            {
                var read = setting.Read(bars);
                Assert.Equal(indicator.Columns.Count, read.Values.Count);
                Assert.Equal(read.Reading is null, read.Reason is not null);
                Assert.Equal(read.Reading is null, read.Values.Any(double.IsNaN));
                if (read.Reading is { } said)
                {
                    Assert.Matches(@"^[^a-z].*\.$", said.Words);
                    Assert.DoesNotMatch("NaN|Infinity|∞", said.Words);
                    Assert.True(Enum.IsDefined(said.Lean));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Scaling_every_price_changes_no_direction(string id, bool small)
    {
        // Prices in another currency are the same market. Volume stays.
        var indicator = IndicatorCase.Of(id, small);
        var setting = new IndicatorSetting(indicator.Entry, indicator.Parameters);
        var bars = IndicatorCase.Bars(500, seed: 5);
        var doubled = IndicatorCase.Replace(bars, PriceFields.Prices, _ => true, price => price * 2);
        Assert.Equal(setting.Read(bars).Reading?.Lean, setting.Read(doubled).Reading?.Lean);
    }

    [Fact]
    public void Rising_prices_find_most_measures_up_and_falling_ones_most_down()
    {
        (int Up, int Down) Count(double drift)
        {
            int bar = 0;
            var bars = IndicatorCase.Replace(IndicatorCase.Bars(400), PriceFields.Prices, _ => true, _ => 0);
            double Path(int i) => 100 * Math.Exp(drift * i) * (1 + (0.004 * Math.Sin(i * 1.7)));
            double[] close = [.. Enumerable.Range(0, 400).Select(Path)], open = [.. Enumerable.Range(-1, 400).Select(Path)];
            var made = new AlphaFactory.Core.Prices.BarSeries(bars.Identity, bars.Times.ToArray(), open, [.. open.Zip(close, Math.Max).Select(price => price * 1.002)], [.. open.Zip(close, Math.Min).Select(price => price * 0.998)], close, [.. close.Select(_ => 1e6 + bar++)]);
            var leans = IndicatorSetting.Usual(IndicatorRegistry.Shipped()).Select(setting => setting.Read(made).Reading?.Lean).ToList();
            return (leans.Count(lean => lean == Lean.Up), leans.Count(lean => lean == Lean.Down));
        }

        var (up, down) = Count(0.004);
        Assert.True(up > 40 && up > 4 * down, $"{up} up, {down} down while prices rise");
        (up, down) = Count(-0.004);
        Assert.True(down > 40 && down > 4 * up, $"{up} up, {down} down while prices fall");
    }
}
