namespace AlphaFactory.Core.Risk;

/// <summary>
/// What risk rules must remember of an account: equity at the start of the day and of the week, the peak, and what is closed. The same for a backtest and a live account;
/// whoever runs the rules tells it when days begin and end. Not thread safe.
/// </summary>
/// <param name="equity">Equity at the start.</param>
public sealed class RiskPeriods(double equity)
{
    private double _dayStart = equity, _weekStart = equity, _peak = equity, _last = equity;
    private DateOnly _day, _monday;

    /// <summary>Which rules have closed trading.</summary>
    public RiskHalts Halts { get; } = new();

    /// <summary>The trading day.</summary>
    public DateOnly Day => _day;

    /// <summary>A trading day begins, or goes on: days and weeks begin, halts end.</summary>
    /// <returns>The rules that open trading again after a number of days; the peak counts anew then.</returns>
    public IReadOnlyList<(string Rule, Breach Why, Halt Halt)> Begin(DateOnly day)
    {
        if (day != _day)
        {
            (_day, _dayStart) = (day, _last);
        }

        if (MondayOf(day) is var monday && monday != _monday)
        {
            (_monday, _weekStart) = (monday, _last);
        }

        var over = Halts.Reopen(day);
        if (over.Count == 0)
        {
            return over;
        }

        var reopened = over.Where(entry => entry.Halt.Span == HaltSpan.Days).ToList();
        if (reopened.Count > 0)
        {
            // The old peak would close trading again at once.
            _peak = _last;
        }

        return reopened;
    }

    /// <summary>Looks at the account at the close of a bar, before the strategy decides: a new high is the peak, rules that speak close trading.</summary>
    /// <param name="table">The rules that are on.</param>
    /// <param name="facts">The account at the close.</param>
    /// <param name="isDaily">True when the bar is the whole day: there is nothing left of it to halt.</param>
    /// <exception cref="InvalidOperationException">A rule answers what only an order can be answered: a fault of the rule.</exception>
    public IReadOnlyList<RiskDemand> Watch(RiskTable table, RiskFacts facts, bool isDaily)
    {
        if (!table.WatchesAccount)
        {
            return [];
        }

        _peak = Math.Max(_peak, facts.Equity);
        var demands = new List<RiskDemand>();
        foreach (var (setting, answer) in table.Watch(Remember(facts)))
        {
            var (why, halt, closes) = answer switch
            {
                RiskAnswer.Flatten stop => (stop.Why, stop.Halt, true),
                RiskAnswer.Block block => (block.Why, block.Halt, false),
                _ => throw new InvalidOperationException($"The rule {setting.Rule.Id} answered {answer} to a look at the account, which has no order to cut. Mend the rule."),
            };
            if (halt.Span == HaltSpan.Day && !closes && isDaily)
            {
                // An order at this very close is judged by itself.
                continue;
            }

            bool isNew = Halts.Close(setting.Rule.Id, why, halt, _day) || (closes && halt.Span == HaltSpan.None);
            demands.Add(new RiskDemand(setting, why, closes, isNew));
        }

        return demands;
    }

    /// <summary>What equity was when the bar was over.</summary>
    public void End(double equity) => _last = equity;

    /// <summary>The facts with what is remembered.</summary>
    public RiskFacts Remember(RiskFacts facts) => facts with { DayStartEquity = _dayStart, WeekStartEquity = _weekStart, PeakEquity = _peak };

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>What a rule demands after a look at the account.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Why">Code and numbers.</param>
/// <param name="Flattens">True when positions must be closed.</param>
/// <param name="IsNew">False when it had closed trading before.</param>
public sealed record RiskDemand(RiskSetting Rule, Breach Why, bool Flattens, bool IsNew);
