using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What the settings of the run do to its figures.</summary>
internal static class SettingFindings
{
    public static Finding? SameClose(RunEvidence run) => run.Spec.Fill != FillConvention.SameClose ? null : new(
        "same-close", "unsure", "Fills on the bar that made the signal", "The close that decides is also the price paid. Nobody could have traded there after knowing it.", "Run it with fills at the next open.");

    public static Finding? NoCosts(RunEvidence run) => run.CostPerSide > 0 || run.Outcome.Trades.Count == 0 ? null : new(
        "no-costs", "unsure", "Trading was free", "Commission and slippage are both 0; no market is like that.", "Set what your broker takes and at least the half spread.");

    public static Finding? WarmUp(RunEvidence run) => run.WarmUpBars <= run.Bars.Count / 10 ? null : new(
        "long-warm-up", "unsure", $"{FigureText.Percent((double)run.WarmUpBars / run.Bars.Count, 0)} of the period is warm-up", $"For {FigureText.Count(run.WarmUpBars, "bar")} the strategy could have no opinion, and those days count as days without return.", "Start later than the first bar, so that earlier bars can warm it up.");

    /// <summary>Said only where it matters: a twentieth of the period or more may be decided otherwise.</summary>
    public static Finding? ShortHistory(RunEvidence run) => run.History is not { IsEnough: false } history || history.Affected < run.Bars.Count / 20 || WarmUp(run) is not null ? null : new(
        "short-history", "info", "The targets have not settled at the start", history.Sentence,
        run.Spec.WarmUpFromHistory ? "Start later than the first bar stored, or import older bars." : "Let bars before the period warm the strategy up, and start later than the first bar stored.");

    public static Finding? Synthetic(RunEvidence run) => !run.Bars.Identity.IsSynthetic ? null : new(
        "synthetic", "info", "The bars are synthetic", $"{run.Bars.Identity.Symbol} comes from a seeded generator, not from a market.", "Import real bars before drawing a conclusion.");
}
