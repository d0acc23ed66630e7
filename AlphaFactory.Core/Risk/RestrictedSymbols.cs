using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order in a symbol that somebody put on the list.</summary>
[Risk("restricted-symbols", "Restricted symbols", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses to open a position in a symbol that is on the list of restricted symbols.",
    Limits = "A position that is held when its symbol comes onto the list is left alone; it can be closed.")]
public sealed class RestrictedSymbols : RiskRule<RestrictedSymbolsParameters>
{
    private static readonly RuleCode s_listed = new("restricted", "The symbol was on the list of restricted symbols.", RuleUnit.None);
    private static readonly RuleCode s_unknown = new("restricted-unknown", "The list of restricted symbols was not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_listed, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, RestrictedSymbolsParameters parameters) =>
        facts.Market?.Restricted is not { } restricted ? Refused(s_unknown)
        : restricted.Contains(order.Symbol) ? Refused(s_listed)
        : RiskAnswer.Ok;

    private static RiskAnswer.Block Refused(RuleCode code) => new(new Breach(code.Id, double.NaN, double.NaN), Halt.None);
}

/// <summary>Parameters of <see cref="RestrictedSymbols"/>: none, the list is kept beside the account.</summary>
public sealed record RestrictedSymbolsParameters : RiskParameters;
