using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order near the day on which a company reports.</summary>
[Risk("earnings-blackout", "Earnings blackout", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses to open a position on the days around the symbol's earnings report.",
    Limits = "It refuses where the days of reports are not known, so it needs a source of them: a quarter after the last one that is known, and before the first, the next counts as not known. A position that is held goes through the report.")]
public sealed class EarningsBlackout : RiskRule<EarningsBlackoutParameters>
{
    // Companies report every 13 weeks, some days sooner or later; of those that report twice a year the days lie 26 weeks apart.
    private const int Soonest = 77, HalfYear = 195;

    private static readonly RuleCode s_near = new("earnings-near", "An earnings report was too near, in days.", RuleUnit.Count);
    private static readonly RuleCode s_unknown = new("earnings-unknown", "The days of the symbol's earnings reports were not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_near, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, EarningsBlackoutParameters parameters)
    {
        if (facts.Market is not { Earnings: { } reports } market)
        {
            return Unknown();
        }

        var today = TradingCalendar.Nyse.DayAt(market.Now);
        foreach (var report in reports)
        {
            int ahead = report.DayNumber - today.DayNumber;
            if (ahead <= parameters.Before && -ahead <= parameters.After)
            {
                return new RiskAnswer.Block(new Breach(s_near.Id, Math.Abs(ahead), ahead >= 0 ? parameters.Before : parameters.After), Halt.None);
            }
        }

        return reports.Count == 0 || Knows(reports, today, parameters) ? RiskAnswer.Ok : Unknown();
    }

    /// <summary>False where a report that nobody told of may be near: long after one, with none to come within the half-year; at either end, sooner.</summary>
    /// <param name="reports">Days that are known, in any order; one at least.</param>
    /// <param name="day">The day asked about.</param>
    /// <param name="parameters">How far around a report the rule looks.</param>
    public static bool Knows(IReadOnlyList<DateOnly> reports, DateOnly day, EarningsBlackoutParameters parameters)
    {
        int since = int.MaxValue, until = int.MaxValue;
        foreach (var report in reports)
        {
            int ahead = report.DayNumber - day.DayNumber;
            (since, until) = (ahead <= 0 ? Math.Min(since, -ahead) : since, ahead >= 0 ? Math.Min(until, ahead) : until);
        }

        return since <= Soonest - parameters.Before || (since == int.MaxValue ? until <= Soonest - parameters.After : (long)since + until <= HalfYear);
    }

    private static RiskAnswer.Block Unknown() => new(new Breach(s_unknown.Id, double.NaN, double.NaN), Halt.None);
}

/// <summary>Parameters of <see cref="EarningsBlackout"/>.</summary>
public sealed record EarningsBlackoutParameters : RiskParameters
{
    /// <summary>Days before.</summary>
    [Range(0, 60), Unit("days"), Display(Name = "Days before", Description = "Calendar days before a report on which nothing is opened.")]
    public int Before { get; init; } = 2;

    /// <summary>Days after.</summary>
    [Range(0, 60), Unit("days"), Display(Name = "Days after", Description = "Calendar days after a report on which nothing is opened; the day of the report counts as 0.")]
    public int After { get; init; } = 1;
}
