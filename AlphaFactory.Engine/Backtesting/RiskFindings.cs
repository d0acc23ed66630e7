using AlphaFactory.Core.Risk;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What sizing and risk rules did to a run.</summary>
internal static class RiskFindings
{
    /// <summary>Share of the period after which a breaker that stays closed is told as the first thing about a run.</summary>
    private const double EarlyShare = 0.5;

    public static Finding? Closed(RunEvidence run)
    {
        var events = run.Outcome.RiskEvents;
        if (events.LastOrDefault(one => one.Outcome is RiskOutcome.Flattened or RiskOutcome.Closed && one.Rule == "drawdown-breaker") is not { } stop || events.Any(one => one.Outcome == RiskOutcome.Reopened && one.Rule == stop.Rule && one.Bar > stop.Bar))
        {
            return null;
        }

        double left = 1 - ((stop.Bar + 1.0) / run.Bars.Count);
        return new Finding(
            "breaker-closed", left >= EarlyShare ? "serious" : "unsure", "The drawdown breaker ended trading",
            $"On {FigureText.Day(run.Bars.TimeAt(stop.Bar))} equity was {FigureText.Percent(stop.Value, 1)} below its peak, the limit is {FigureText.Percent(stop.Limit, 1)}. For {FigureText.Percent(left, 0)} of the period nothing was traded.",
            "Judge the strategy without the breaker, or let it open again after some days.");
    }

    public static Finding? Bound(RunEvidence run)
    {
        var tallies = RiskTally.Of(run.Outcome.RiskEvents.Where(one => RiskRegistry.Shipped().Find(one.Rule) is not null || one.Rule == RiskTable.Account));
        return tallies.Count == 0 ? null : new Finding(
            "risk-bound", "info", $"{FigureText.Count(tallies.Count, "risk rule")} bound",
            string.Join(", ", tallies.Select(Words)) + ".",
            "The tab Risk lists every case with its numbers.");
    }

    public static Finding? Unsized(RunEvidence run)
    {
        int count = run.Outcome.RiskEvents.Count(one => one.Rule == run.Spec.Sizing?.Rule);
        return count == 0 ? null : new Finding(
            "unsized", "unsure", $"{FigureText.Count(count, "order")} had no size", $"The sizing rule {run.Spec.Sizing!.Rule} lacked its number, and an order without a size is not placed.",
            "Start later than the first bar, or measure over fewer bars.");
    }

    private static string Words(RiskTally tally)
    {
        string[] parts =
        [
            .. tally.Cut > 0 ? [$"cut {FigureText.Count(tally.Cut, "order")}"] : Array.Empty<string>(),
            .. tally.Refused > 0 ? [$"refused {tally.Refused}"] : Array.Empty<string>(),
            .. tally.Stopped > 0 ? [$"closed {FigureText.Count(tally.Stopped, "time")}"] : Array.Empty<string>(),
            .. tally.Tightest > 0 ? [$"was the tightest {FigureText.Count(tally.Tightest, "time")}"] : Array.Empty<string>(),
        ];
        return $"{RiskRegistry.Shipped().Find(tally.Rule)?.Name ?? "the account"} {string.Join(", ", parts)}";
    }
}
