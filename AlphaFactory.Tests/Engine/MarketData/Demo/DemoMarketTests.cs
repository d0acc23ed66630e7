using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Demo;

namespace AlphaFactory.Tests.Engine.MarketData.Demo;

public sealed class DemoMarketTests
{
    private static readonly IReadOnlyList<DemoSeries> Market = DemoMarket.Generate();

    [Fact]
    public void It_holds_twelve_shares_in_four_sectors_and_an_index()
    {
        DemoSeries[] daily = [.. Market.Where(s => s.Series.Key.Interval.IsDaily)];
        Assert.Equal(13, daily.Length);
        Assert.Equal(4, daily.Where(s => s.Series.Key.Symbol != "DEMO-INDEX").GroupBy(s => s.Series.Sector).Count(g => g.Count() == 3));
        Assert.All(Market, s => Assert.True(s.Series.IsSynthetic));
        Assert.All(Market, s => Assert.True(SymbolGrammar.TryNormalize(s.Series.Key.Symbol, out _)));
    }

    [Fact]
    public void Daily_bars_lie_on_the_sessions_of_the_exchange_and_one_share_is_delisted()
    {
        DateOnly[] sessions = [.. TradingCalendar.Nyse.SessionsBetween(new(2015, 1, 2), new(2024, 12, 31))];
        foreach (DemoSeries series in Market.Where(s => s.Series.Key.Interval.IsDaily))
        {
            DateOnly[] days = [.. series.Bars.Times.Select(t => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(t).UtcDateTime))];
            Assert.Equal(sessions.Take(days.Length), days);
        }

        Assert.Equal("DEMO-WIND", Assert.Single(Market, s => s.Series.Key.Interval.IsDaily && s.Bars.Count < 2516).Series.Key.Symbol);
    }

    [Fact]
    public void Every_bar_is_possible_and_in_whole_cents()
    {
        foreach (RawBars bars in Market.Select(s => s.Bars))
        {
            for (int i = 0; i < bars.Count; i++)
            {
                Assert.True(bars.High[i] >= Math.Max(bars.Open[i], bars.Close[i]) && bars.Low[i] <= Math.Min(bars.Open[i], bars.Close[i]) && bars.Low[i] > 0);
                Assert.True(bars.Volume[i] >= 0 && bars.Volume[i] == Math.Floor(bars.Volume[i]));
                Assert.All([bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i]], price => Assert.Equal(Math.Round(price, 2), price));
            }
        }
    }

    [Fact]
    public void Five_minute_bars_add_up_to_the_day_and_end_at_one_on_the_early_close()
    {
        foreach (DemoSeries intraday in Market.Where(s => !s.Series.Key.Interval.IsDaily))
        {
            RawBars daily = Market.Single(s => s.Series.Key == intraday.Series.Key with { Interval = BarInterval.Daily }).Bars;
            ILookup<DateOnly, int> byDay = Enumerable.Range(0, intraday.Bars.Count).ToLookup(i => TradingCalendar.Nyse.DayAt(DateTimeOffset.FromUnixTimeMilliseconds(intraday.Bars.Times[i])));
            Assert.Equal(20, byDay.Count);
            Assert.Equal(42, byDay[new(2024, 12, 24)].Count());
            foreach (IGrouping<DateOnly, int> day in byDay)
            {
                int d = Array.IndexOf(daily.Times, new DateTimeOffset(day.Key, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds());
                Assert.Equal(daily.Open[d], intraday.Bars.Open[day.First()]);
                Assert.Equal(daily.Close[d], intraday.Bars.Close[day.Last()]);
                Assert.Equal(daily.High[d], day.Max(i => intraday.Bars.High[i]));
                Assert.Equal(daily.Low[d], day.Min(i => intraday.Bars.Low[i]));
                Assert.Equal(daily.Volume[d], day.Sum(i => intraday.Bars.Volume[i]));
            }
        }
    }

    [Fact]
    public void A_split_leaves_no_jump_in_adjusted_prices_and_a_dividend_none_in_total_returns()
    {
        RawBars chip = Daily("DEMO-CHIP"), fuel = Daily("DEMO-FUEL");
        int split = Enumerable.Range(1, chip.Count - 1).Single(i => chip.SplitFactor[i] != chip.SplitFactor[i - 1]);
        Assert.Equal(4, chip.SplitFactor[split] / chip.SplitFactor[split - 1]);
        Assert.InRange(chip.Close[split] / chip.Close[split - 1], 0.2, 0.3);
        Assert.InRange(chip.Close[split] * chip.SplitFactor[split] / (chip.Close[split - 1] * chip.SplitFactor[split - 1]), 0.85, 1.15);

        int[] exDays = [.. Enumerable.Range(1, fuel.Count - 1).Where(i => fuel.TotalReturnFactor[i] != fuel.TotalReturnFactor[i - 1])];
        Assert.InRange(exDays.Length, 39, 40);
        Assert.All(exDays, i => Assert.InRange(fuel.TotalReturnFactor[i] / fuel.TotalReturnFactor[i - 1], 1.005, 1.02));
        Assert.Equal(1, fuel.TotalReturnFactor[^1]);
    }

    [Fact]
    public void Shares_of_a_sector_move_together_more_than_shares_of_different_sectors()
    {
        string[] names = [.. Market.Where(s => s.Series.Key.Interval.IsDaily && s.Bars.Count == 2516 && s.Series.Sector != "Index").Select(s => s.Series.Key.Symbol)];
        string Sector(string symbol) => Market.First(s => s.Series.Key.Symbol == symbol).Series.Sector!;
        var pairs = from a in names from b in names where string.CompareOrdinal(a, b) < 0 select (Same: Sector(a) == Sector(b), Value: Correlation(Returns(a), Returns(b)));
        var groups = pairs.ToLookup(p => p.Same, p => p.Value);
        Assert.True(groups[true].Average() > groups[false].Average() + 0.08, $"{groups[true].Average():F3} against {groups[false].Average():F3}");
    }

    [Fact]
    public void Volatility_comes_in_spells()
    {
        double[] size = [.. Returns("DEMO-INDEX").Select(Math.Abs)];
        Assert.InRange(Correlation(size[..^1], size[1..]), 0.1, 0.6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_everywhere_and_another_seed_another_market()
    {
        Assert.Equal("07accbf755024db65b6becbeae92c533dec7f2a84971465f2138f2bea3c42983", Hash(Market));
        Assert.NotEqual(Hash(Market), Hash(DemoMarket.Generate(1)));
    }

    private static RawBars Daily(string symbol) => Market.Single(s => s.Series.Key.Symbol == symbol && s.Series.Key.Interval.IsDaily).Bars;

    private static double[] Returns(string symbol)
    {
        RawBars bars = Daily(symbol);
        return [.. Enumerable.Range(1, bars.Count - 1).Select(i => (bars.Close[i] * bars.TotalReturnFactor[i] / (bars.Close[i - 1] * bars.TotalReturnFactor[i - 1])) - 1)];
    }

    private static double Correlation(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }

        return ab / Math.Sqrt(aa * bb);
    }

    private static string Hash(IReadOnlyList<DemoSeries> market)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RawBars bars in market.Select(s => s.Bars))
        {
            hash.AppendData(MemoryMarshal.AsBytes<long>(bars.Times));
            foreach (double[] column in (double[][])[bars.Open, bars.High, bars.Low, bars.Close, bars.Volume, bars.SplitFactor, bars.TotalReturnFactor])
            {
                hash.AppendData(MemoryMarshal.AsBytes<double>(column));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
