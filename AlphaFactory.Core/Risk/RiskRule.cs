using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Base of a risk rule: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class RiskRule<TParameters> : IRiskRule
    where TParameters : RiskParameters, new()
{
    /// <inheritdoc/>
    public abstract IReadOnlyList<RuleCode> Codes { get; }

    /// <inheritdoc/>
    public RiskAnswer Judge(RiskFacts facts, RiskParameters parameters) => facts.Order is { } order
        ? JudgeOrder(facts, order, (TParameters)parameters)
        : JudgeAccount(facts, (TParameters)parameters);

    /// <inheritdoc/>
    public RiskUse? Use(RiskFacts facts, RiskParameters parameters) => Use(facts, (TParameters)parameters);

    /// <summary>Measures the account against the limit.</summary>
    protected virtual RiskUse? Use(RiskFacts facts, TParameters parameters) => null;

    /// <summary>Judges an order that opens or adds.</summary>
    protected virtual RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, TParameters parameters) => RiskAnswer.Ok;

    /// <summary>Judges the account.</summary>
    protected virtual RiskAnswer JudgeAccount(RiskFacts facts, TParameters parameters) => RiskAnswer.Ok;

    /// <summary>Holds a value that grows with the order to a limit of equity: lets it pass, cuts it, or refuses it when there is no room at all.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="order">The order.</param>
    /// <param name="code">Code of the limit.</param>
    /// <param name="before">Value without the order, in money.</param>
    /// <param name="perShare">What each share adds, in money, above 0.</param>
    /// <param name="limit">Limit as a fraction of equity after costs.</param>
    protected static RiskAnswer HoldTo(RiskFacts facts, RiskOrder order, string code, double before, double perShare, double limit)
    {
        double equity = facts.EquityAfterCosts, room = (limit * equity) - before;
        if (order.Quantity * perShare <= room)
        {
            return RiskAnswer.Ok;
        }

        var why = new Breach(code, (before + (order.Quantity * perShare)) / equity, limit);
        double quantity = room / perShare;
        return quantity > 0 ? new RiskAnswer.CutTo(quantity, why) : new RiskAnswer.Block(why, Halt.None);
    }

    /// <summary>A value in money against a limit that is a fraction of equity.</summary>
    protected static RiskUse OfEquity(RiskFacts facts, double value, double limit) =>
        new(facts.Equity > 0 ? value / facts.Equity : double.NaN, limit, RuleUnit.Fraction);
}
