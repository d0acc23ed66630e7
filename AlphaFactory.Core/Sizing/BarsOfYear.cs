using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Core.Sizing;

/// <summary>Bars in a year of trading days, for annualising what is measured on bars.</summary>
public static class BarsOfYear
{
    private const int SessionMinutes = 390;

    /// <summary>252 for daily bars; 252 sessions of 390 minutes for shorter ones, a bar that is cut short counted in full.</summary>
    public static int Of(BarInterval interval) => interval.IsDaily
        ? (int)Performance.TradingDaysPerYear
        : (int)Performance.TradingDaysPerYear * ((SessionMinutes + interval.Minutes - 1) / interval.Minutes);
}
