using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Joins the evidence into one sentence and the questions behind it.</summary>
internal static class VerdictRules
{
    /// <summary>Closed trades below which nothing is concluded.</summary>
    public const int EnoughTrades = 50;

    /// <summary>Deflated Sharpe ratio asked for.</summary>
    public const double EnoughConfidence = 0.95;

    /// <summary>Share of the profit from one trade that makes the rest doubtful.</summary>
    public const double TooConcentrated = 0.5;

    public static Verdict Judge(RunEvidence run)
    {
        VerdictQuestion[] questions = [EnoughData(run), BeatsCosts(run), BeatsLuck(run), BeatsHolding(run), LeakFree(run)];
        var (outcome, headline) = Conclude(run, questions);
        string reasons = Reasons(run, outcome);
        return new Verdict(outcome, headline, $"{headline}. {reasons}", questions);
    }

    private static (string Outcome, string Headline) Conclude(RunEvidence run, VerdictQuestion[] questions)
    {
        if (!run.LookAhead.IsClean)
        {
            return ("no-edge", "Not to be believed");
        }

        if (run.Outcome.Trades.Count == 0)
        {
            return ("not-yet", "Nothing to judge");
        }

        return run.NetProfit <= 0 ? ("no-edge", "No edge")
            : questions.All(question => question.Mark == "pass") ? ("evidence", "Evidence of an edge")
            : ("not-yet", "Not yet evidence");
    }

    private static string Reasons(RunEvidence run, string outcome)
    {
        if (!run.LookAhead.IsClean)
        {
            return run.LookAhead.Sentence;
        }

        if (run.Outcome.Trades.Count == 0)
        {
            return "No trade was made in this period.";
        }

        var parts = new List<string>();
        if (run.NetProfit <= 0)
        {
            parts.Add(run.BreakEvenCost is null ? "the decisions lose money even without costs" : $"costs of {FigureText.Percent(run.CostPerSide, 2)} a side take more than it makes");
        }

        if (run.ClosedTrades < EnoughTrades)
        {
            parts.Add($"{FigureText.Count(run.ClosedTrades, "closed trade")} {(run.ClosedTrades == 1 ? "is" : "are")} too few");
        }

        if (run.BiggestWinShare >= TooConcentrated)
        {
            parts.Add($"one trade made {FigureText.Percent(run.BiggestWinShare.Value, 0)} of the profit");
        }

        bool isLuck = run.NetProfit > 0 && run.Metric("deflated_sharpe") is { } confidence && confidence < EnoughConfidence;
        if (isLuck)
        {
            parts.Add(run.Trials > 1 ? $"after {run.Trials} tries luck explains the rest too well" : "luck explains the rest too well");
        }

        if (run.NetProfit > 0 && BeatsHolding(run).Mark is var holding && (holding == "fail" || (holding == "unsure" && !isLuck)))
        {
            parts.Add(holding == "fail" ? "holding paid more for its risk" : "it cannot be told from holding");
        }

        if (outcome == "evidence")
        {
            parts.Add($"{FigureText.Count(run.ClosedTrades, "closed trade")} earned more after costs than the luck of {(run.Trials == 1 ? "one try" : $"{FigureText.Whole(run.Trials)} tries")} explains");
        }

        return Sentence(parts);
    }

    private static string Sentence(List<string> parts)
    {
        string text = parts.Count switch
        {
            0 => "the questions below say why",
            1 => parts[0],
            2 => $"{parts[0]}, and {parts[1]}",
            _ => $"{string.Join(", ", parts[..^1])}, and {parts[^1]}",
        };
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private static VerdictQuestion EnoughData(RunEvidence run) =>
        new("enough-data", "Enough data?", run.ClosedTrades >= EnoughTrades ? "pass" : "fail", $"{FigureText.Whole(run.ClosedTrades)} of {EnoughTrades} trades");

    private static VerdictQuestion BeatsCosts(RunEvidence run)
    {
        var (mark, evidence) = run switch
        {
            { Outcome.Trades.Count: 0 } => ("unsure", "no trade was made"),
            { BreakEvenCost: null } => ("fail", "loses without costs, too"),
            { BreakEvenCost: BreakEvenCost.Largest } => ("pass", $"beyond {FigureText.Percent(BreakEvenCost.Largest, 0)} a side"),
            { BreakEvenCost: { } limit } => (limit > run.CostPerSide ? "pass" : "fail", $"until {FigureText.Percent(limit, 2)} a side"),
        };
        return new VerdictQuestion("beats-costs", "Beats costs?", mark, evidence);
    }

    private static VerdictQuestion BeatsLuck(RunEvidence run) => run.Metric("deflated_sharpe") is { } confidence
        ? new("beats-luck", "Beats luck?", confidence >= EnoughConfidence ? "pass" : confidence >= 0.5 ? "unsure" : "fail", $"deflated Sharpe {FigureText.Ratio(confidence)} of {FigureText.Ratio(EnoughConfidence)}")
        : new("beats-luck", "Beats luck?", "unsure", run.Metrics["deflated_sharpe"].Reason ?? "");

    /// <summary>Money made while a price rose is no skill; the Sharpe ratio of holding is what the trading has to add to, by more than the same days drawn anew would give or take.</summary>
    private static VerdictQuestion BeatsHolding(RunEvidence run)
    {
        if ((run.Metric("sharpe"), new SharpeRatio().Compute(run.Benchmark).Value) is not ({ } own, { } held))
        {
            return new VerdictQuestion("beats-holding", "Beats holding?", "unsure", "no Sharpe ratio to compare");
        }

        string evidence = $"Sharpe {FigureText.Ratio(own)} against {FigureText.Ratio(held)}";
        return run.LeadOverHolding switch
        {
            { Low: > 0 } => new VerdictQuestion("beats-holding", "Beats holding?", "pass", evidence),
            { High: < 0 } => new VerdictQuestion("beats-holding", "Beats holding?", "fail", evidence),
            null => new VerdictQuestion("beats-holding", "Beats holding?", "unsure", $"{evidence}, too few days to tell"),
            _ => new VerdictQuestion("beats-holding", "Beats holding?", "unsure", $"{evidence}, within noise"),
        };
    }

    private static VerdictQuestion LeakFree(RunEvidence run) =>
        new("leak-free", "Leak-free?", run.LookAhead.IsClean ? "pass" : "fail",
            run.LookAhead.Unsteady is null ? $"{FigureText.Whole(run.LookAhead.Changed)} of {FigureText.Whole(run.LookAhead.Cuts)} cuts changed a target" : "two calls gave different targets");
}
