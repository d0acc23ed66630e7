using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>The last values of every indicator with its usual parameters, by group.</summary>
/// <param name="Readings">One a setting, in the order of the groups.</param>
public sealed record ReadingSummary(IReadOnlyList<IndicatorReading> Readings)
{
    /// <summary>How many point up.</summary>
    public int Up => Count(Lean.Up);

    /// <summary>How many point down.</summary>
    public int Down => Count(Lean.Down);

    /// <summary>How many could point either way and do not.</summary>
    public int Mixed => Count(Lean.Mixed);

    /// <summary>How many are beyond a level or band.</summary>
    public int Extreme => Readings.Count(reading => reading.Reading?.IsExtreme == true);

    /// <summary>The readings a filter lets through, by group, groups without any left out.</summary>
    public IEnumerable<IGrouping<IndicatorGroup, IndicatorReading>> Groups(ReadingFilter filter) => Readings
        .Where(reading => filter switch
        {
            ReadingFilter.Up => reading.Reading?.Lean == Lean.Up,
            ReadingFilter.Down => reading.Reading?.Lean == Lean.Down,
            ReadingFilter.Extreme => reading.Reading?.IsExtreme == true,
            _ => true,
        })
        .GroupBy(reading => reading.Setting.Indicator.About.Group);

    /// <summary>A group as a heading.</summary>
    public static string Heading(IndicatorGroup group) => group switch
    {
        IndicatorGroup.Average => "Averages",
        IndicatorGroup.Cycle => "Cycles",
        IndicatorGroup.Price => "Forms of the price",
        IndicatorGroup.Statistic => "Statistics of a window",
        IndicatorGroup.Level => "Levels",
        IndicatorGroup.Candle => "Candlestick patterns",
        IndicatorGroup.Derived => "Distances and conditions",
        _ => group.ToString(),
    };

    private int Count(Lean lean) => Readings.Count(reading => reading.Reading?.Lean == lean);
}
