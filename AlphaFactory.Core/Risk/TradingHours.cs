using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order while the exchange is closed.</summary>
[Risk("trading-hours", "Trading hours", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses an order outside the regular session of the exchange, holidays, early closes and daylight saving counted, and on wish near its ends.",
    Limits = "It knows the planned calendar. A halt of one share or an unplanned closure is for the broker to say.")]
public sealed class TradingHours : RiskRule<TradingHoursParameters>
{
    private static readonly RuleCode s_closed = new("outside-hours", "The exchange was closed, or too near to its opening or close.", RuleUnit.None);
    private static readonly RuleCode s_unknown = new("hours-unknown", "The time, or what the calendar says of it, was not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_closed, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, TradingHoursParameters parameters)
    {
        var calendar = TradingCalendar.Nyse;
        if (facts.Market is not { Now: var now } || !TradingCalendar.Covers(calendar.DayAt(now)))
        {
            return Refused(s_unknown);
        }

        return calendar.SessionAt(now) is { } session
            && now >= session.Hours.Open.AddMinutes(parameters.AfterOpen) && now < session.Hours.Close.AddMinutes(-parameters.BeforeClose)
            ? RiskAnswer.Ok
            : Refused(s_closed);
    }

    private static RiskAnswer.Block Refused(RuleCode code) => new(new Breach(code.Id, double.NaN, double.NaN), Halt.None);
}

/// <summary>Parameters of <see cref="TradingHours"/>.</summary>
public sealed record TradingHoursParameters : RiskParameters
{
    /// <summary>Minutes left out after the opening.</summary>
    [Range(0, 180), Unit("min"), Display(Name = "Not after the opening", Description = "Minutes after the opening in which nothing is opened.")]
    public int AfterOpen { get; init; }

    /// <summary>Minutes left out before the close.</summary>
    [Range(0, 180), Unit("min"), Display(Name = "Not before the close", Description = "Minutes before the close in which nothing is opened.")]
    public int BeforeClose { get; init; }
}
