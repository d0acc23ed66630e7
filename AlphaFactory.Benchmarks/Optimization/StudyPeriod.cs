using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>Days of the study and the cut between training and test.</summary>
internal sealed record StudyPeriod(DateOnly From, DateOnly TrainTo, DateOnly TestFrom, DateOnly To)
{
    /// <summary>Cuts the days of a series; all symbols trade on the same days.</summary>
    /// <param name="days">A series that has them.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="train">Share of the days that come before the cut.</param>
    public static StudyPeriod Of(BarSeries days, DateOnly from, DateOnly to, double train)
    {
        var period = days.Between(from, to);
        int cut = (int)Math.Round(train * period.Count);
        return new StudyPeriod(from, period.DateAt(cut - 1), period.DateAt(cut), to);
    }
}
