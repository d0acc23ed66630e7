using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Columns;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics.Columns;

public sealed class RollingReturnsTests
{
    private static readonly double[] s_own = ReferenceFile.Column("returns_a.csv", "crash"), s_benchmark = ReferenceFile.Column("returns_a.csv", "benchmark");

    [Fact]
    public void Every_window_is_what_the_window_alone_gives()
    {
        const int window = 40;
        double[] sharpe = RollingReturns.Sharpe(s_own, window, 252), volatility = RollingReturns.Volatility(s_own, window, 252), beta = RollingReturns.Beta(s_own, s_benchmark, window);
        Assert.All(sharpe.Concat(volatility).Concat(beta).Where((_, i) => i % s_own.Length < window - 1), value => Assert.True(double.IsNaN(value)));
        for (int day = window - 1; day < s_own.Length; day++)
        {
            var alone = Performance.FromReturns(s_own[(day - window + 1)..(day + 1)]) with { BenchmarkReturns = s_benchmark[(day - window + 1)..(day + 1)] };
            Near.Equal(new SharpeRatio().Compute(alone).Value!.Value, sharpe[day], what: $"sharpe {day}");
            Near.Equal(new Volatility().Compute(alone).Value!.Value, volatility[day], what: $"volatility {day}");
            Near.Equal(new Beta().Compute(alone).Value!.Value, beta[day], what: $"beta {day}");
        }
    }

    [Fact]
    public void A_window_that_does_not_vary_has_no_ratio_and_a_volatility_of_0()
    {
        double[] flat = [0.01, 0.02, 0.01, 0.01, 0.01, 0.03];
        Assert.True(double.IsNaN(RollingReturns.Sharpe(flat, 3, 252)[4]));
        Assert.Equal(0, RollingReturns.Volatility(flat, 3, 252)[4]);
        Assert.True(double.IsNaN(RollingReturns.Beta(flat, flat, 3)[4]));
        Assert.Equal(1, RollingReturns.Beta(flat, flat, 3)[5], 1e-12);
    }

    [Fact]
    public void A_series_shorter_than_the_window_is_blank() => Assert.All(RollingReturns.Sharpe([0.1, 0.2], 5, 252), value => Assert.True(double.IsNaN(value)));

    [Fact]
    public void Autocorrelations_of_a_wave_follow_it()
    {
        double[] wave = [.. Enumerable.Range(0, 4000).Select(day => Math.Cos(day * Math.PI / 4))];
        Assert.Equal(Math.Cos(Math.PI / 4), AlphaFactory.Core.Statistics.Dependence.Autocorrelation.Pearson(wave, 1), 1e-3);
        Assert.Equal(-1, AlphaFactory.Core.Statistics.Dependence.Autocorrelation.WithOneMean(wave, 4), 2e-3);
        Assert.Equal(1, AlphaFactory.Core.Statistics.Dependence.Autocorrelation.WithOneMean(wave, 0), 1e-12);
        Assert.False(Moments.Of(wave).IsConstant);
    }
}
