using System.Globalization;
using System.Text;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Benchmarks.Strategies;

/// <summary>Every shipped strategy and preset over one period, against buy and hold and the SMA baseline.</summary>
internal sealed class PeriodComparison
{
    private const int Seed = 20_261_128;
    private const int FewestTrades = 50;

    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    private readonly List<ComparedAccount> _accounts = [];
    private readonly ComparedAccount _hold, _baseline;
    private readonly int[][] _resamples;

    public PeriodComparison(IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to)
    {
        foreach (var entry in StrategyRegistry.Shipped().All)
        {
            var sets = entry.Presets.Count == 0 ? [(entry.Name, entry.Parameters.Defaults())] : entry.Presets.Select(preset => ($"{entry.Name}, {preset.Name.ToLowerInvariant()}", preset.Parameters));
            _accounts.AddRange(sets.Select(set => ComparedAccount.Run(set.Item1, entry, set.Item2, series, from, to)));
        }

        _hold = _accounts.First(account => account.Name == "Buy and hold");
        _baseline = _accounts.First(account => account.Name == "SMA crossover, classic");
        var random = new SeededRandom(Seed);
        _resamples = [.. Enumerable.Range(0, ReturnIntervals.Resamples).Select(_ =>
        {
            int[] days = new int[_hold.All.Days];
            StationaryBootstrap.Draw(days.Length, ReturnIntervals.MeanBlock, random, days);
            return days;
        })];
    }

    /// <summary>The table, one row a preset, the highest Sharpe ratio first, and the sentences below it.</summary>
    public void Write(StringBuilder text)
    {
        int symbols = _hold.Outcomes.Count;
        text.Append(s_culture, $"n = {_hold.All.Days:N0} days, {symbols} symbols.\n\n");
        text.Append("| strategy | return a year | Sharpe (95 %) | max drawdown | in the market | trades | lead over holding a year (95 %) | lead over SMA 20/50 a year (95 %) | symbols with a higher Sharpe than holding |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var account in _accounts.OrderByDescending(account => Sharpe(account.All)))
        {
            var interval = ReturnIntervals.Compute(account.All, Seed);
            string sharpe = interval.TryGetValue("sharpe", out var ends) ? $"{Number(Sharpe(account.All))} ({Number(ends.Low)} to {Number(ends.High)})" : "–";
            text.Append(s_culture, $"| {account.Name} | {Percent(Cagr(account.All))} | {sharpe} | {Percent(account.All.Drawdown.Min())} | {Percent(account.Exposure, 0)} | {account.Trades:N0} | {Lead(account, _hold)} | {Lead(account, _baseline)} | {(account == _hold ? "" : $"{Better(account)} of {symbols}")} |\n");
        }

        text.Append('\n').Append(Words());
    }

    private string Words()
    {
        var others = _accounts.Where(account => account != _hold).ToList();
        int made = others.Count(account => Cagr(account.All) > Cagr(_hold.All)), steadier = others.Count(account => Sharpe(account.All) > Sharpe(_hold.All));
        int clear = others.Count(account => LeadOf(account, _hold).Low > 0), behind = others.Count(account => LeadOf(account, _hold).High < 0);
        int shallower = others.Count(account => account.All.Drawdown.Min() > _hold.All.Drawdown.Min());
        double[][] differences = [.. others.Select(account => account.All.Returns.Zip(_hold.All.Returns, (own, held) => own - held).ToArray())];
        var test = SuperiorityTest.Compute(differences, _resamples, ReturnIntervals.MeanBlock);
        string outcome = test.Consistent < 0.05 ? "less than chance leaves to one test in twenty" : "so the best of them is what choosing the best of so many gives by luck";
        string[] few = [.. others.Where(account => account.Trades < FewestTrades).Select(account => account.Name)];
        string unjudged = few.Length == 0 ? "" : $"Fewer than {FewestTrades} trades on all symbols together, too few to judge: {string.Join("; ", few)}.";
        return string.Create(s_culture, $"""
            Of {others.Count} strategies and presets {made} made more than holding, {steadier} had a higher Sharpe ratio and {shallower} a shallower drawdown. The lead over holding is above 0 with its
            whole interval for {clear} of them, and below 0 for {behind}. Hansen's test over all of them against holding: p = {test.Consistent:F2}, {outcome}.
            {unjudged}

            """).ReplaceLineEndings("\n");
    }

    private string Lead(ComparedAccount account, ComparedAccount other)
    {
        if (account == other)
        {
            return "";
        }

        var (value, low, high) = LeadOf(account, other);
        return $"{Percent(value)} ({Percent(low)} to {Percent(high)})";
    }

    /// <summary>Mean daily lead times 252, with the interval of its resamples: both accounts on the same drawn days.</summary>
    private (double Value, double Low, double High) LeadOf(ComparedAccount account, ComparedAccount other)
    {
        double[] daily = [.. account.All.Returns.Zip(other.All.Returns, (own, against) => own - against)];
        double[] drawn = [.. _resamples.Select(days => Performance.TradingDaysPerYear * days.Average(day => daily[day]))];
        var (low, high) = PercentileInterval.Of(drawn);
        return (Performance.TradingDaysPerYear * daily.Average(), low, high);
    }

    private int Better(ComparedAccount account) => account.SharpeRatios.Zip(_hold.SharpeRatios).Count(pair => pair.First > pair.Second);

    private static double Sharpe(Performance all) => new SharpeRatio().Compute(all).Value ?? 0;

    private static double Cagr(Performance all) => new CompoundAnnualGrowthRate().Compute(all).Value ?? 0;

    private static string Percent(double fraction, int digits = 1) => Minus((100 * fraction).ToString("N" + digits.ToString(s_culture), s_culture)) + " %";

    private static string Number(double value) => Minus(value.ToString("N2", s_culture));

    private static string Minus(string text) => text.Replace('-', '\u2212');
}
