using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What the run is worth beside costs, luck and doing nothing.</summary>
internal static class ComparisonFindings
{
    private const int ManyDaysUnderWater = 60;

    public static Finding? CostsTakeIt(RunEvidence run)
    {
        if (run.Outcome.Trades.Count == 0 || run.NetProfit > 0)
        {
            return null;
        }

        return run.BreakEvenCost is { } limit
            ? new Finding("costs-take-it", "serious", "Costs take all it makes", $"It breaks even at {FigureText.Percent(limit, 2)} a side and pays {FigureText.Percent(run.CostPerSide, 2)}.", "Trade less often or where trading is cheaper.")
            : new Finding("loses-without-costs", "serious", "It loses without costs, too", $"The run ends at {FigureText.SignedPercent(run.NetProfit / run.Performance.InitialCapital, 1)} after costs, and below its start without any.", "Change the idea; parameters will not mend it.");
    }

    public static Finding? NotSeparableFromLuck(RunEvidence run) =>
        run.NetProfit <= 0 || run.Metric("deflated_sharpe") is not { } confidence || confidence >= VerdictRules.EnoughConfidence ? null : new(
            "not-separable-from-luck", "unsure", "Not separable from luck yet", $"Deflated Sharpe {FigureText.Ratio(confidence)} with {(run.Trials == 1 ? "1 try" : $"{FigureText.Whole(run.Trials)} tries")} in the ledger; {FigureText.Ratio(VerdictRules.EnoughConfidence)} is asked for.", "Test it on data it has not seen, and stop trying variants on this one.");

    public static Finding? BuyAndHoldMadeMore(RunEvidence run)
    {
        double made = run.NetProfit / run.Performance.InitialCapital;
        double held = (run.Benchmark.FinalEquity / run.Benchmark.InitialCapital) - 1;
        if (held <= made)
        {
            return null;
        }

        double fall = run.Metric("max_drawdown") ?? 0, heldFall = new MaximumDrawdown().Compute(run.Benchmark).Value ?? 0;
        string depth = heldFall < fall ? "a deeper" : "no deeper";
        return new Finding(
            "buy-and-hold-made-more", "unsure", "Buy and hold made more",
            $"{FigureText.SignedPercent(held, 1)} against {FigureText.SignedPercent(made, 1)}, with {depth} drawdown ({FigureText.Percent(heldFall, 0)} against {FigureText.Percent(fall, 0)}).",
            "Compare the two before paying for the trading.");
    }

    public static Finding? UnderWater(RunEvidence run)
    {
        double[] drawdown = run.Performance.Drawdown;
        int longest = 0, current = 0, end = 0;
        for (int i = 0; i < drawdown.Length; i++)
        {
            current = drawdown[i] < 0 ? current + 1 : 0;
            (longest, end) = current > longest ? (current, i) : (longest, end);
        }

        if (longest < ManyDaysUnderWater)
        {
            return null;
        }

        var days = DailyColumns.LastOfDay(run.Bars);
        string last = end == drawdown.Length - 1 ? "the end" : FigureText.Day(run.Bars.TimeAt(days[end]));
        return new Finding(
            "under-water", "info", $"Under water for {FigureText.Whole(longest)} days",
            $"{FigureText.Day(run.Bars.TimeAt(days[end - longest + 1]))} to {last}, {FigureText.Percent((double)longest / drawdown.Length, 0)} of the period.",
            "Ask whether you would have held on.");
    }
}
