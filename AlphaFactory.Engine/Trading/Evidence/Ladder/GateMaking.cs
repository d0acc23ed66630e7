using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>Makes a gate of a value: what is not known does not pass, and says why it is not known.</summary>
internal static class GateMaking
{
    public static Gate Make(LadderStage stage, string id, string name, Measure value, StatisticUnit unit, string bound, Predicate<double> passes, string source, string? href, string? hint)
    {
        bool isIn = value.Value is { } known && passes(known);
        return new Gate
        {
            Id = id,
            Stage = stage,
            Name = name,
            Value = value,
            Unit = unit,
            Bound = bound,
            Passes = isIn,
            Source = source,
            SourceHref = href,
            Missing = isIn ? null : hint ?? (value.Reason is { } reason ? $"Not computable: {reason}." : $"It must be {bound}."),
        };
    }
}

/// <summary>Gates that are read off a backtest.</summary>
internal sealed record RunGates(LadderStage Stage, RunEvidenceOf? Run)
{
    public Measure Metric(string id) => Run is not { } run ? Measure.Undefined("no finished backtest of the current version")
        : run.Result.Metrics.GetValueOrDefault(id) is { } value ? value
        : Measure.Undefined(run.Result.Reasons.GetValueOrDefault(id) ?? "the run does not have it");

    /// <summary>1 when a question of the verdict was answered with yes, 0 otherwise.</summary>
    public Measure Question(string code) => Run is not { } run ? Measure.Undefined("no finished backtest of the current version")
        : run.Result.Verdict.Questions.FirstOrDefault(question => question.Code == code) is { } question ? (question.Mark == "pass" ? 1 : 0)
        : Measure.Undefined("the run was not asked");

    public Gate Make(string id, string name, Measure value, StatisticUnit unit, string bound, Predicate<double> passes) =>
        GateMaking.Make(Stage, id, name, value, unit, bound, passes, Run is { } run ? $"backtest {run.Record.Title} on {run.Record.Spec.Symbol}" : "backtest", Run is { } known ? $"results/{known.Record.Id}" : null, null);
}

/// <summary>Gates that are computed from the judged days of a deployment.</summary>
internal sealed record DeploymentGates(LadderStage Stage, DeploymentEvidence? Evidence)
{
    public Gate Make(string id, string name, Measure value, StatisticUnit unit, string bound, Predicate<double> passes, string? hint = null) =>
        GateMaking.Make(Stage, id, name, value, unit, bound, passes, Evidence is { } known ? $"deployment {known.Deployment.Name}" : "deployment", Evidence is { } source ? $"journal/tracking/{source.Deployment.Id}" : null, hint);

    /// <summary>The days as a performance, so that the statistics of a backtest measure a deployment, too.</summary>
    public static Performance Performance(IReadOnlyList<ShadowDay> days) => Core.Statistics.Performance.FromEquity(days.Count == 0 ? 0 : days[0].EquityBefore, [.. days.Select(day => day.Equity)]) with
    {
        Trades = [.. days.SelectMany(day => day.Rows).Select(row => row.Live).OfType<TradeFacts>().Where(trade => !trade.IsOpen).Select(trade => new TradeOutcome(trade.ProfitAndLoss, trade.ProfitAndLoss / (trade.Quantity * trade.EntryPrice)))],
    };
}
