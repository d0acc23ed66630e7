using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>What the limits on the loss of a day, of a week and from the peak have in common.</summary>
internal static class PeriodLoss
{
    /// <summary>Loss since a known equity, as a fraction of it; NaN when it is not known.</summary>
    public static double Since(double start, double equity) => start > 0 ? 1 - (equity / start) : double.NaN;

    /// <summary>How much of a limit on a loss is used; a gain uses nothing.</summary>
    public static RiskUse Use(double start, double equity, double limit) => new(Math.Max(0, Since(start, equity)), limit, RuleUnit.Fraction);

    /// <summary>Refuses an order while the loss is at the limit, or while it is not known.</summary>
    public static RiskAnswer Order(double loss, double limit, string code, string unknown, Halt halt) =>
        double.IsNaN(loss) ? new RiskAnswer.Block(new Breach(unknown, double.NaN, limit), Halt.None)
        : loss >= limit ? new RiskAnswer.Block(new Breach(code, loss, limit), halt)
        : RiskAnswer.Ok;

    /// <summary>Stops new positions, or closes all, once the loss is at the limit. What is not known closes nothing: the orders are refused instead.</summary>
    public static RiskAnswer Account(double loss, double limit, string code, Halt halt, bool flatten) =>
        !(loss >= limit) ? RiskAnswer.Ok
        : flatten ? new RiskAnswer.Flatten(new Breach(code, loss, limit), halt, null)
        : new RiskAnswer.Block(new Breach(code, loss, limit), halt);
}
