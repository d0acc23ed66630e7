using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Web.Features.Home;

/// <summary>One source of bars at one interval, and how far it reaches.</summary>
/// <param name="Name">"Demo market, daily".</param>
/// <param name="Symbols">Number of symbols.</param>
/// <param name="Last">Start of its newest bar.</param>
/// <param name="Behind">Symbols whose last bar is older than that.</param>
/// <param name="Interval">Length of its bars.</param>
/// <param name="IsSynthetic">True for generated bars.</param>
public sealed record SourceFreshness(string Name, int Symbols, DateTimeOffset Last, int Behind, BarInterval Interval, bool IsSynthetic)
{
    /// <summary>The stored series by source and interval, generated ones first.</summary>
    public static IReadOnlyList<SourceFreshness> Of(IReadOnlyList<SeriesCoverage> stored) =>
    [
        .. stored
            .GroupBy(series => (series.Key.Source, series.Key.Interval, series.IsSynthetic))
            .OrderByDescending(group => group.Key.IsSynthetic).ThenByDescending(group => group.Key.Interval.Minutes)
            .Select(group =>
            {
                DateTimeOffset last = group.Max(series => series.Last);
                return new SourceFreshness($"{NameOf(group.Key.Source)}, {Length(group.Key.Interval)}", group.Count(), last, group.Count(series => series.Last < last), group.Key.Interval, group.Key.IsSynthetic);
            }),
    ];

    private static string NameOf(string source) => source switch { "demo" => "Demo market", "csv" => "Own CSV files", _ => source };

    private static string Length(BarInterval interval) => interval.IsDaily ? "daily"
        : interval.Minutes % 60 == 0 ? $"{interval.Minutes / 60} h" : $"{interval.Minutes} minutes";
}
