namespace AlphaFactory.Core.Risk;

/// <summary>How long new positions are refused after a rule has spoken.</summary>
/// <param name="Span">Kind of the span.</param>
/// <param name="Days">Calendar days, for <see cref="HaltSpan.Days"/>.</param>
public readonly record struct Halt(HaltSpan Span, int Days = 0)
{
    /// <summary>Not beyond this order.</summary>
    public static Halt None => default;

    /// <summary>First day on which positions may be opened again; null when they never may.</summary>
    /// <param name="today">Trading day on which the rule spoke.</param>
    public DateOnly? Reopens(DateOnly today) => Span switch
    {
        HaltSpan.None => today,
        HaltSpan.Day => today.AddDays(1),
        HaltSpan.Week => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
        HaltSpan.Days => today.AddDays(Days),
        _ => null,
    };
}

/// <summary>Kinds of <see cref="Halt"/>.</summary>
public enum HaltSpan
{
    /// <summary>This order only.</summary>
    None,

    /// <summary>To the end of the trading day.</summary>
    Day,

    /// <summary>To the end of the week; the next begins on Monday.</summary>
    Week,

    /// <summary>For a number of calendar days.</summary>
    Days,

    /// <summary>Until a person opens again; in a backtest to the end.</summary>
    ForGood,
}
