using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Quality;

namespace AlphaFactory.Tests.Engine.MarketData.Quality;

public sealed class SeriesQualityTests
{
    [Fact]
    public void A_jump_without_an_action_is_a_finding_and_one_with_a_split_or_adjustment_is_not()
    {
        Assert.Equal(["jump-without-action"], Codes(Bars(["2024-03-04", "2024-03-05"], [100, 50])));
        Assert.Empty(Codes(Bars(["2024-03-04", "2024-03-05"], [100, 50], split: [0.5, 1], totalReturn: [0.5, 1])));
        Assert.Empty(Codes(Bars(["2024-03-04", "2024-03-05"], [100, 50], totalReturn: [0.5, 1])));
        Assert.Empty(Codes(Bars(["2024-03-04", "2024-03-05"], [100, 119])));
    }

    [Fact]
    public void Bars_on_closed_days_and_bars_without_volume_are_findings() =>
        Assert.Equal(["not-a-session", "no-volume"], Codes(Bars(["2024-03-28", "2024-03-29", "2024-04-01"], [100, 100, 100], volume: [1, 1, 0])));

    [Fact]
    public void Days_the_calendar_does_not_know_are_not_judged() =>
        Assert.Empty(Codes(Bars(["1980-01-05", "1980-01-10"], [100, 100])));

    private static IEnumerable<string> Codes(RawBars bars) => SeriesQuality.Inspect(bars, BarInterval.Daily).Findings.Select(f => f.Code);

    private static RawBars Bars(string[] days, double[] close, double[]? volume = null, double[]? split = null, double[]? totalReturn = null)
    {
        double[] ones = [.. days.Select(_ => 1.0)];
        long[] times = [.. days.Select(d => new DateTimeOffset(DateOnly.Parse(d, null), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds())];
        return new RawBars(times, close, close, close, close, volume ?? ones, split ?? ones, totalReturn ?? ones);
    }
}
