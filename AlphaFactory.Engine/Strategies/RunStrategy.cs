using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Strategies;

/// <summary>
/// Finds the strategy of a run. A run made of rules carries them as text: it can be computed on any node and read by anybody for ever,
/// whatever becomes of the saved strategy, and its fingerprint covers what it did.
/// </summary>
public static class RunStrategy
{
    /// <summary>The strategy of a run, or null with what to say.</summary>
    public static StrategyEntry? Find(IStrategyCatalog catalog, RunSpec spec, out string? fault)
    {
        var known = catalog.Find(spec.Strategy);
        fault = null;
        if (spec.Rules is not { } text)
        {
            fault = known is null ? catalog.Miss(spec.Strategy) : null;
            return known;
        }

        if (known is not null && RuleStrategy.RulesOf(known) is null)
        {
            fault = $"rules are given, but the strategy is {spec.Strategy}, which has none. Leave rules out, or write strategy: {RuleStrategy.Id}.";
            return null;
        }

        if (RunRules.Read(text, out fault) is not { } rules)
        {
            return null;
        }

        if (known is not null && !Decision(RuleStrategy.RulesOf(known)!).Equals(Decision(rules)))
        {
            fault = $"rules differ from those saved as {known.Reference}. Leave rules out to run the saved ones, or write strategy: {RuleStrategy.Id}.";
            return null;
        }

        string id = spec.Strategy.Length == 0 ? RuleStrategy.Id : StrategyReference.IdOf(spec.Strategy);
        return known ?? RuleStrategy.Entry(id, id == RuleStrategy.Id ? "Rules" : id, rules, StrategyReference.VersionOf(spec.Strategy));
    }

    /// <summary>The strategy of a run that was checked.</summary>
    /// <exception cref="UnknownIdException">There is none.</exception>
    public static StrategyEntry Get(IStrategyCatalog catalog, RunSpec spec) => Find(catalog, spec, out string? fault) ?? throw new UnknownIdException(fault!);

    /// <summary>
    /// The spec with the strategy's settings where it states none, and with its version and rules written out. The settings are then part of
    /// the spec and no longer of the rules, so that a run file repeats exactly what was run.
    /// </summary>
    public static RunSpec Pin(RunSpec spec, StrategyEntry strategy)
    {
        if (RuleStrategy.RulesOf(strategy) is not { } saved)
        {
            return spec with { Rules = null, Stated = default };
        }

        var rules = spec.Rules is { } text && RunRules.Read(text, out _) is { } own ? own : saved;
        return RunRules.Apply(spec, rules) with { Strategy = strategy.Reference, Rules = RuleText.Print(Decision(rules)), Stated = default };
    }

    /// <summary>The spec with the settings of its strategy wherever it does not state its own; everything else as it was.</summary>
    public static RunSpec WithSettings(IStrategyCatalog catalog, RunSpec spec) =>
        Find(catalog, spec, out _) is { } strategy ? Pin(spec, strategy) with { Strategy = spec.Strategy, Rules = spec.Rules } : spec;

    private static RuleSet Decision(RuleSet rules) => rules with { Settings = [] };
}
