namespace AlphaFactory.Core.Exits;

/// <summary>
/// When a trade ends without the strategy asking for it. Fractions inside; null is off. Distances are measured from the base price
/// (<see cref="StopBase"/>) and mirrored for a short. Of several stops the nearest to the price holds; docs/how-fills-work.md has the order of events.
/// </summary>
public sealed record ExitRules
{
    /// <summary>No rule at all.</summary>
    public static ExitRules None { get; } = new();

    /// <summary>Fixed stop: distance from the base as a fraction of it.</summary>
    public double? StopFraction { get; init; }

    /// <summary>Fixed stop: distance in average true ranges of the bar that decided.</summary>
    public double? StopAtr { get; init; }

    /// <summary>Trailing stop: distance from the best price of closed bars, as a fraction of it.</summary>
    public double? TrailingFraction { get; init; }

    /// <summary>Trailing stop: distance from the best price of closed bars, in average true ranges of the last closed bar.</summary>
    public double? TrailingAtr { get; init; }

    /// <summary>Once a closed bar has gone this far in favour, as a fraction of the entry price, the stop moves to the entry price.</summary>
    public double? BreakEvenFraction { get; init; }

    /// <summary>The trade is left this many bars after its entry bar, at the price the fill convention gives.</summary>
    public int? TimeStopBars { get; init; }

    /// <summary>Target: distance from the base as a fraction of it.</summary>
    public double? TakeProfitFraction { get; init; }

    /// <summary>Target: multiple of the distance between base and first stop.</summary>
    public double? TakeProfitR { get; init; }

    /// <summary>Length of Wilder's average true range behind the rules that use it.</summary>
    public int AtrLength { get; init; } = 14;

    /// <summary>First bar on which stops and targets are live.</summary>
    public StopsFrom StopsFrom { get; init; }

    /// <summary>Price that distances are measured from.</summary>
    public StopBase StopBase { get; init; }

    /// <summary>What happens in a bar that touches stop and target.</summary>
    public BothTouched BothTouched { get; init; }

    /// <summary>What is needed to enter again on the side that was left by a rule.</summary>
    public ReEntry ReEntry { get; init; }

    /// <summary>True when some stop level, fixed or trailing, is asked for.</summary>
    public bool HasStop => StopFraction is not null || StopAtr is not null || HasTrailing;

    /// <summary>True when the stop follows the price.</summary>
    public bool HasTrailing => TrailingFraction is not null || TrailingAtr is not null;

    /// <summary>True when some target is asked for.</summary>
    public bool HasTarget => TakeProfitFraction is not null || TakeProfitR is not null;

    /// <summary>True when levels must be watched inside bars.</summary>
    public bool HasLevels => HasStop || HasTarget || BreakEvenFraction is not null;

    /// <summary>True when the average true range is needed.</summary>
    public bool NeedsAtr => StopAtr is not null || TrailingAtr is not null;

    /// <summary>True when any rule is on.</summary>
    public bool Any => HasLevels || TimeStopBars is not null;
}
