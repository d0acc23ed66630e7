using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

/// <summary>What each factor of the multi-factor score says, against its formula over the columns of listed indicators.</summary>
public sealed class FactorOpinionTests
{
    private const int Count = 900;
    private static readonly MultiFactorParameters s_none = new() { TrendWeight = 0, MomentumWeight = 0, ReversionWeight = 0, VolatilityWeight = 0, VolumeWeight = 0 };

    [Fact]
    public void Each_factor_alone_is_its_formula_cut_to_1()
    {
        var bars = Bars();
        double[][] columns = new IndicatorPlan("zscore_100", "roc_126", "natr_100", "natr_20", "zscore_10", "mfi_14").Compute(bars).ToArrays();
        Check(bars, s_none with { TrendWeight = 1 }, bar => columns[0][bar] / 2);
        Check(bars, s_none with { MomentumWeight = 2 }, bar => columns[1][bar] / (columns[2][bar] * Math.Sqrt(126)));
        Check(bars, s_none with { ReversionWeight = 1 }, bar => columns[4][bar] / 2);
        Check(bars, s_none with { VolatilityWeight = 0.5 }, bar => 2 * (1 - (columns[3][bar] / columns[2][bar])));
        Check(bars, s_none with { VolumeWeight = 1 }, bar => bars.Volume[bar] == 0 && columns[5][bar] == 0 ? 0 : (columns[5][bar] - 50) / 25);
    }

    [Fact]
    public void A_factor_without_a_value_leaves_the_rest_their_say()
    {
        var bars = Bars();
        double[] both = new double[Count], trend = new double[Count];
        new MultiFactor().Rate(bars, s_none with { TrendWeight = 1, ReversionWeight = 1 }, both);
        new MultiFactor().Rate(bars, s_none with { TrendWeight = 1 }, trend);
        int[] equal = [.. Enumerable.Range(500, 60).Where(bar => double.IsNaN(new IndicatorPlan("zscore_10").Compute(bars)[0][bar]))];
        Assert.NotEmpty(equal);
        Assert.All(equal, bar => Assert.Equal(trend[bar] / 2, both[bar], 1e-12));
    }

    private static void Check(BarSeries bars, MultiFactorParameters parameters, Func<int, double> factor)
    {
        double[] strength = new double[bars.Count];
        new MultiFactor().Rate(bars, parameters, strength);
        int open = 0;
        for (int bar = parameters.WarmUpBars; bar < bars.Count; bar++)
        {
            double raw = factor(bar), expected = double.IsNaN(raw) ? 0 : Math.Min(Math.Abs(raw), 1);
            Assert.Equal(expected, strength[bar], 1e-12);
            open += expected is > 0 and < 1 ? 1 : 0;
        }

        Assert.True(open > 100, "Hardly any bar lies between the cuts.");
        Assert.All(strength[..parameters.WarmUpBars], value => Assert.Equal(double.NaN, value));
    }

    /// <summary>Random bars, with two months of one price and no volume among them.</summary>
    private static BarSeries Bars()
    {
        var random = TestBars.Random(11, Count);
        double[] Column(ReadOnlySpan<double> values, double still)
        {
            double[] copy = values.ToArray();
            copy.AsSpan(500, 60).Fill(still);
            return copy;
        }

        double price = random.Close[499];
        return new BarSeries(random.Identity, random.Times.ToArray(), Column(random.Open, price), Column(random.High, price), Column(random.Low, price), Column(random.Close, price), Column(random.Volume, 0));
    }
}
