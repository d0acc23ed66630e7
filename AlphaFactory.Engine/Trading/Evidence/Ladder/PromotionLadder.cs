using System.Globalization;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>
/// Judges how far a strategy has come. Pure: the same evidence gives the same stage, and there is no other way to a stage. What was shown is lost again when a deployment
/// drifts, because only what came after it counts.
/// </summary>
/// <param name="statistics">How the figures of a deployment are computed: as those of a backtest.</param>
public sealed class PromotionLadder(StatisticRegistry statistics)
{
    private const string NoRun = "no finished backtest of the current version", NoWalk = "no finished walk-forward";

    /// <summary>Judges.</summary>
    public LadderState Judge(LadderEvidence evidence)
    {
        List<Gate> gates = [.. Tested(evidence), .. Validated(evidence), Started(evidence), .. Proven(LadderStage.SmallLive, evidence.Paper, "no deployment trades with money that is not real"), .. Proven(LadderStage.Full, evidence.Live, "no deployment trades with real money")];
        var stage = LadderStage.Draft;
        while (stage < LadderStage.Full && gates.Where(gate => gate.Stage == stage + 1).All(gate => gate.Passes))
        {
            stage++;
        }

        return new LadderState(stage, gates, [.. (evidence.Live?.Drifts ?? []).Concat(evidence.Paper?.Drifts ?? []).OrderBy(drift => drift.Day)]);
    }

    private static IEnumerable<Gate> Tested(LadderEvidence evidence)
    {
        var run = new RunGates(LadderStage.Tested, evidence.Run);
        yield return run.Make("trades", "Closed trades", run.Metric("trades"), StatisticUnit.Count, $"{GateBounds.Trades} or more", value => value >= GateBounds.Trades);
        yield return run.Make("leak-free", "Free of look-ahead", run.Question("leak-free"), StatisticUnit.Count, "the check passes", value => value == 1);
    }

    private static IEnumerable<Gate> Validated(LadderEvidence evidence)
    {
        var run = new RunGates(LadderStage.Validated, evidence.Run);
        yield return run.Make("real-prices", "Real prices", evidence.Run is { } known ? (known.Record.IsSynthetic ? 0 : 1) : Measure.Undefined(NoRun), StatisticUnit.Count, "no generated bars", value => value == 1);
        foreach (var gate in Figures(run.Metric, run.Make))
        {
            yield return gate;
        }

        yield return run.Make("verdict", "Verdict", evidence.Run is { } judged ? (judged.Result.Verdict.Outcome == "evidence" ? 1 : 0) : Measure.Undefined(NoRun), StatisticUnit.Count, "evidence of an edge: costs, luck of all tries, holding, leaks", value => value == 1);
        yield return Walked(evidence, "walk-forward", "Walk-forward efficiency", walk => walk.Efficiency is { } kept ? kept : Measure.Undefined("training made nothing that a test could keep"), $"{Percent(GateBounds.Efficiency)} or more", value => value >= GateBounds.Efficiency);
        yield return Walked(evidence, "out-of-sample", "Return out of sample", walk => walk.Plateau.Figures.GetValueOrDefault("total_return") is { } made ? made : Measure.Undefined("the tests have no return"), "above 0%", value => value > 0);
    }

    private static Gate Started(LadderEvidence evidence)
    {
        var paper = evidence.Paper ?? evidence.Live;
        int days = paper?.Days.Count(day => day.IsForward) ?? 0;
        return new DeploymentGates(LadderStage.Paper, paper).Make("forward-day", "Days traded forward", paper is null ? Measure.Undefined("nothing is deployed") : days, StatisticUnit.Days, "1 or more",
            value => value >= 1, "Only days after the deployment was made count; a replay of older bars shows nothing new.");
    }

    private IEnumerable<Gate> Proven(LadderStage stage, DeploymentEvidence? deployment, string none)
    {
        var made = new DeploymentGates(stage, deployment);
        var days = deployment?.Counted ?? [];
        var performance = DeploymentGates.Performance(days);
        var tracking = Tracking.Of(days.SelectMany(day => day.Rows));
        Measure Known(Measure measure) => deployment is null ? Measure.Undefined(none) : days.Count == 0 ? Measure.Undefined("no day traded forward counts yet") : measure;

        yield return made.Make("days", "Trading days", Known(days.Count), StatisticUnit.Days, $"{GateBounds.Days} or more, which are 90 days of the calendar", value => value >= GateBounds.Days);
        yield return made.Make("trades", "Closed trades", Known(performance.Trades.Count), StatisticUnit.Count, $"{GateBounds.Trades} or more", value => value >= GateBounds.Trades);
        foreach (var gate in Figures(id => Known(statistics.Compute(performance, id)), (id, name, value, unit, bound, passes) => made.Make(id, name, value, unit, bound, passes)))
        {
            yield return gate;
        }

        yield return made.Make("tracking", "Trades that match the backtest", Known(tracking.Share), StatisticUnit.Fraction, $"{Percent(Tracking.EnoughMatched)} or more", value => value >= Tracking.EnoughMatched);
        yield return made.Make("prices", "Median difference of prices over what slippage may be", Known(Over(tracking)), StatisticUnit.Ratio, "at most 1", value => value <= 1);
    }

    private static Measure Over(Tracking tracking) => tracking is { MedianDifference.Value: { } median, AllowedDifference.Value: { } allowed } ? median / allowed : Measure.Undefined("no trade was made by both");

    private static IEnumerable<Gate> Figures(Func<string, Measure> figure, Func<string, string, Measure, StatisticUnit, string, Predicate<double>, Gate> make)
    {
        yield return make("sharpe", "Sharpe ratio", figure("sharpe"), StatisticUnit.Ratio, Text($"above {GateBounds.Sharpe:0.0}"), value => value > GateBounds.Sharpe);
        yield return make("drawdown", "Maximum drawdown", figure("max_drawdown"), StatisticUnit.Fraction, $"less than {Percent(GateBounds.Drawdown)} deep", value => value > -GateBounds.Drawdown);
        yield return make("win-rate", "Win rate", figure("win_rate"), StatisticUnit.Fraction, $"{Percent(GateBounds.WinRate)} or more", value => value >= GateBounds.WinRate);
        yield return make("profit-factor", "Profit factor", figure("profit_factor"), StatisticUnit.Ratio, Text($"{GateBounds.ProfitFactor:0.0} or more"), value => value >= GateBounds.ProfitFactor);
    }

    private static Gate Walked(LadderEvidence evidence, string id, string name, Func<Optimization.WalkForward.WalkForwardOutcome, Measure> of, string bound, Predicate<double> passes)
    {
        var value = evidence.Walk is { } walk ? of(walk.Outcome) : Measure.Undefined(NoWalk);
        return GateMaking.Make(LadderStage.Validated, id, name, value, StatisticUnit.Fraction, bound, passes, evidence.Walk is null ? "walk-forward" : "the newest walk-forward", evidence.Walk is { } source ? $"walk-forward/{source.Id}" : null, null);
    }

    private static string Percent(double fraction) => Text($"{100 * fraction:0}%");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
