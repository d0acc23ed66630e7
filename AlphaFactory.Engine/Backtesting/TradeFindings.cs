using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What the trades themselves say.</summary>
internal static class TradeFindings
{
    public static Finding? LookAhead(RunEvidence run) => run.LookAhead.IsClean ? null : new(
        "look-ahead", "serious", run.LookAhead.Changed > 0 ? "The strategy knows the future" : "The strategy cannot be repeated", run.LookAhead.Sentence,
        run.LookAhead.Changed > 0 ? "Use values up to the bar of the decision only." : "Compute targets from bars and parameters alone.");

    public static Finding? Ruined(RunEvidence run) => run.Outcome.RuinedAt is not { } bar ? null : new(
        "ruined", "serious", "The account was lost", $"On {FigureText.Day(run.Bars.TimeAt(bar))} a short position had cost more than there was; trading ended.", "Lower the size or trade the long side only.");

    public static Finding? NoTrade(RunEvidence run) => run.Outcome.Trades.Count > 0 ? null : new(
        "no-trade", "serious", "No trade was made", $"The strategy gave no signal that became a fill in {FigureText.Count(run.Bars.Count, "bar")}.", "Take a longer period or other parameters.");

    public static Finding? OneTradeMadeTheProfit(RunEvidence run)
    {
        if (run.BiggestWinShare is not >= 0.25 || run.BiggestWin is not { } win || run.Outcome.Trades.Count < 2)
        {
            return null;
        }

        var rest = Without(run, win);
        string sharpe = new SharpeRatio().Compute(rest).Value is { } value ? $" with a Sharpe of {FigureText.Ratio(value)}" : "";
        string ending = win.IsOpen ? "the end" : FigureText.Day(win.ExitTime);
        return new Finding(
            "one-trade-made-the-profit",
            run.BiggestWinShare >= VerdictRules.TooConcentrated ? "serious" : "unsure",
            $"One trade made {FigureText.Percent(run.BiggestWinShare.Value, 0)} of the profit",
            $"{FigureText.Day(win.EntryTime)} to {ending}, {FigureText.SignedMoney(win.ProfitAndLoss)}. Without it the run ends at {FigureText.SignedPercent(rest.FinalEquity - 1, 0)}{sharpe}.",
            "Look at that trade and ask whether it can come again.");
    }

    public static Finding? TooFew(RunEvidence run) => run.ClosedTrades is 0 or >= VerdictRules.EnoughTrades ? null : new(
        "too-few-trades", "serious", $"{FigureText.Count(run.ClosedTrades, "trade")}, {VerdictRules.EnoughTrades} are the minimum", "Win rate, profit factor and expectancy of so few trades can be anything.", "Run it on a longer period or on more symbols.");

    public static Finding? OrdersTooSmall(RunEvidence run) => run.Outcome.OrdersTooSmall == 0 ? null : new(
        "orders-too-small", "unsure", $"{FigureText.Count(run.Outcome.OrdersTooSmall, "order")} came to less than one share", "The price was above the money to be invested, so nothing was bought.", "Raise the capital or allow fractions of a share.");

    public static Finding? StillOpen(RunEvidence run) => run.Outcome.Trades is not [.., { IsOpen: true } trade] ? null : new(
        "still-open", "info", "The last trade is still open", $"Entered {FigureText.Day(trade.EntryTime)}, {FigureText.SignedMoney(trade.ProfitAndLoss)} at the last close. It is in the equity but in no trade statistic.", "Extend the period to see it end.");

    /// <summary>The run with the days of one trade set to 0; equity starts at 1.</summary>
    private static Performance Without(RunEvidence run, Trade trade)
    {
        double[] returns = [.. Performance.FromEquity(run.Performance.InitialCapital, run.Outcome.Equity).Returns];
        returns.AsSpan(trade.EntryBar, trade.ExitBar - trade.EntryBar + 1).Clear();
        double[] equity = Performance.FromReturns(returns).Equity;
        return Performance.FromEquity(1, [.. DailyColumns.LastOfDay(run.Bars).Select(bar => equity[bar])]);
    }
}
