using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData.Demo;

namespace AlphaFactory.Engine.Strategies;

/// <summary>Tries rules for knowledge of the future before they are saved, on ten years of generated bars.</summary>
public static class RuleCheck
{
    private const int Seed = 1;

    private static readonly Lazy<BarSeries> s_bars = new(() =>
    {
        var demo = DemoMarket.Generate().First(series => series.Series.Key.Interval.IsDaily);
        return demo.Bars.Adjust(new SeriesIdentity(demo.Series.Key.Symbol, demo.Series.Key.Interval, demo.Series.Key.Source, PriceAdjustment.Split, IsSynthetic: true));
    });

    /// <summary>The answer in one sentence, and whether the rules passed; null when they could not be checked.</summary>
    public static (bool? IsClean, string Sentence) Run(RuleSet rules, CancellationToken cancellationToken)
    {
        var entry = RuleStrategy.Entry(RuleStrategy.Id, "Rules", rules);
        var parameters = entry.Parameters.Defaults();
        if (parameters.WarmUpBars >= s_bars.Value.Count)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Not checked for look-ahead: the warm-up of {parameters.WarmUpBars:N0} bars is longer than the {s_bars.Value.Count:N0} bars of the check."));
        }

        var report = LookAheadCheck.Run(entry.Strategy, parameters, s_bars.Value, Seed, cancellationToken);
        return (report.Cuts == 0 ? null : report.IsClean, report.Sentence);
    }
}
