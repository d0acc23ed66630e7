namespace AlphaFactory.Engine.Backtesting;

/// <summary>How often one rule bound in a run.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Cut">Orders it would have cut.</param>
/// <param name="Refused">Orders it would have refused, or did because it had closed trading.</param>
/// <param name="Tightest">Orders whose quantity it decided.</param>
/// <param name="Stopped">Times it closed positions or trading.</param>
/// <param name="FirstBar">Bar on which it first bound.</param>
public sealed record RiskTally(string Rule, int Cut, int Refused, int Tightest, int Stopped, int FirstBar)
{
    /// <summary>One line a rule that bound: those that decided most often first.</summary>
    public static IReadOnlyList<RiskTally> Of(IEnumerable<RiskEvent> events) =>
    [
        .. events.Where(one => one.Outcome != RiskOutcome.Reopened).GroupBy(one => one.Rule).Select(group => new RiskTally(
            group.Key,
            group.Count(one => one.Outcome == RiskOutcome.Cut),
            group.Count(one => one.Outcome is RiskOutcome.Refused or RiskOutcome.Halted),
            group.Count(one => one.IsTightest),
            group.Count(one => one.Outcome is RiskOutcome.Closed or RiskOutcome.Flattened),
            group.Min(one => one.Bar)))
        .OrderByDescending(tally => tally.Tightest + tally.Stopped).ThenByDescending(tally => tally.Cut + tally.Refused).ThenBy(tally => tally.Rule, StringComparer.Ordinal),
    ];
}
