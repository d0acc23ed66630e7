using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order on old data.</summary>
[Risk("stale-data", "Stale data", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses an order when the last word on its symbol is too old: nobody knows what its price is now.",
    Limits = "It sees that data stops, not that it is wrong.")]
public sealed class StaleData : RiskRule<StaleDataParameters>
{
    private static readonly RuleCode s_limit = new("stale-data", "The last word on the symbol was too old.", RuleUnit.Seconds);
    private static readonly RuleCode s_unknown = new("data-unknown", "There was no word on the symbol at all.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, StaleDataParameters parameters)
    {
        double age = facts.Market?.DataAge ?? double.NaN;
        // A clock that runs behind the market's tells nothing of the age.
        return !(age >= 0) ? new RiskAnswer.Block(new Breach(s_unknown.Id, double.NaN, parameters.Seconds), Halt.None)
            : age > parameters.Seconds ? new RiskAnswer.Block(new Breach(s_limit.Id, age, parameters.Seconds), Halt.None)
            : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="StaleData"/>.</summary>
public sealed record StaleDataParameters : RiskParameters
{
    /// <summary>Oldest data.</summary>
    [Range(1, 86_400), Unit("s"), Display(Name = "Oldest data", Description = "Seconds since the last word on the symbol.")]
    public int Seconds { get; init; } = 60;
}
