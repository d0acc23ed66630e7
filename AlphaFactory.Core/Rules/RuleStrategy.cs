using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules.Answering;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules;

/// <summary>The strategy that follows rules. The rules are in the parameters, so one instance serves every set of them.</summary>
public sealed class RuleStrategy : ISideStrategy
{
    /// <summary>Id of rules that are not saved.</summary>
    public const string Id = "rules";

    private static readonly RuleStrategy s_instance = new();

    private RuleStrategy()
    {
    }

    /// <summary>Rules as a strategy that can be used like a registered one.</summary>
    /// <param name="id">Lower-kebab id.</param>
    /// <param name="name">What people read.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="version">Version of a saved strategy, from 1; null for rules that are not saved.</param>
    /// <param name="failure">When it fails, in its author's words; empty when not said.</param>
    public static StrategyEntry Entry(string id, string name, RuleSet rules, int? version = null, string failure = "") =>
        new(id, name, RuleWords.Of(rules), failure.Length > 0 ? failure : "Its author has not said when it fails.", s_instance, RuleSchema.Of(rules), version);

    /// <summary>The rules of a strategy; null when it is made of code.</summary>
    public static RuleSet? RulesOf(StrategyEntry strategy) => strategy.Strategy is RuleStrategy ? ((RuleParameters)strategy.Parameters.Defaults()).Rules : null;

    /// <inheritdoc/>
    public ISideDecider NewDecider() => new RuleDecider();

    /// <inheritdoc/>
    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
    {
        var plan = new IndicatorPlan(SeriesVocabulary.Shipped().Registry, Columns(parameters));
        Decide(bars, new StrategyColumns(plan.Compute(bars).ToArrays(), bars.Count), parameters, target);
    }

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorColumn> Columns(StrategyParameters parameters)
    {
        var rules = (RuleParameters)parameters;
        return rules.Program.Read(rules.Values);
    }

    /// <inheritdoc/>
    public bool TryKeys(StrategyParameters parameters, List<ColumnKey> keys)
    {
        var rules = (RuleParameters)parameters;
        return rules.Program.TryKeys(rules.Values, keys);
    }

    /// <inheritdoc/>
    public void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<double> target)
    {
        var decider = new RuleDecider();
        decider.Decide(bars, columns, parameters);
        decider.Bits.CopyTo(target);
    }
}
