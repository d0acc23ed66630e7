using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Replay;

namespace AlphaFactory.Engine.Trading.Deployments;

/// <summary>Says everything that is wrong with a deployment at once, and spells out what it leaves to defaults.</summary>
/// <param name="strategies">The strategies there are.</param>
public sealed class DeploymentCheck(IStrategyCatalog strategies)
{
    private const int LongestName = 80;

    private readonly RunSpecValidator _validator = new(strategies);

    /// <summary>The deployment as it will be kept; null when there is a fault.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="faults">Every fault in words.</param>
    public NewDeployment? Resolve(NewDeployment wanted, out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        if (string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Trim().Length > LongestName)
        {
            found.Add($"The name has {wanted.Name.Trim().Length} characters; give it 1 to {LongestName}.");
        }

        var symbols = Symbols(wanted.Symbols, found);
        if (symbols.Count > 1)
        {
            found.Add($"{string.Join(", ", symbols)} are {symbols.Count} symbols, but a deployment trades one. Make a deployment of each.");
        }

        if (wanted.Feed.Speed is not (>= ReplayPace.Slowest and <= ReplayPace.Fastest))
        {
            found.Add(FormattableString.Invariant($"The speed of the replay is {wanted.Feed.Speed}; it must be from {ReplayPace.Slowest} to {ReplayPace.Fastest}."));
        }

        if (wanted.Feed.From > wanted.Feed.To)
        {
            found.Add($"The replay begins on {wanted.Feed.From:yyyy-MM-dd} and ends on {wanted.Feed.To:yyyy-MM-dd}, which is before. Turn the days around.");
        }

        var spec = wanted.Spec with { Symbol = symbols.FirstOrDefault() ?? "", From = null, To = null, Risk = [] };
        found.AddRange(symbols.Count == 0 ? [] : _validator.Faults(spec));
        if (spec.Fill != FillConvention.NextOpen)
        {
            found.Add($"fill is {spec.Fill}, but when a bar's close is known nothing can be bought at it any more. Deploy it with next-open.");
        }

        var risk = Rules("risk", wanted.Risk, id => RiskRegistry.Shipped().Find(id)?.Parameters, RiskRegistry.Shipped().Miss, found);
        var protections = Rules("protections", wanted.Protections, id => ProtectionRegistry.Shipped().Find(id)?.Parameters, ProtectionRegistry.Shipped().Miss, found);
        return found.Count > 0 ? null : wanted with { Name = wanted.Name.Trim(), Spec = _validator.Resolve(spec), Symbols = symbols, Risk = risk, Protections = protections };
    }

    private static List<string> Symbols(IReadOnlyList<string> wanted, List<string> faults)
    {
        var symbols = new List<string>();
        foreach (string text in wanted)
        {
            if (!SymbolGrammar.TryNormalize(text, out string? symbol))
            {
                faults.Add($"\"{text}\" is no symbol; one is {SymbolGrammar.Words}.");
            }
            else if (symbols.Contains(symbol))
            {
                faults.Add($"{symbol} is there twice. Leave one out.");
            }
            else
            {
                symbols.Add(symbol);
            }
        }

        if (wanted.Count == 0)
        {
            faults.Add("There is no symbol. Name one or more.");
        }

        return symbols;
    }

    private static List<RuleChoice> Rules<TRecord>(string section, IReadOnlyList<RuleChoice> wanted, Func<string, ParameterSchema<TRecord>?> schema, Func<string, string> miss, List<string> faults)
        where TRecord : class
    {
        var rules = new List<RuleChoice>();
        foreach (var choice in wanted.OrderBy(choice => choice.Rule, StringComparer.Ordinal))
        {
            if (schema(choice.Rule) is not { } known)
            {
                faults.Add($"{section}: {miss(choice.Rule)}");
            }
            else if (rules.Exists(rule => rule.Rule == choice.Rule))
            {
                faults.Add($"{section} has the rule \"{choice.Rule}\" twice. Leave one out.");
            }
            else if (known.Parse(choice.Parameters, out var own) is { } parameters)
            {
                rules.Add(choice with { Parameters = known.Format(parameters) });
            }
            else
            {
                faults.AddRange(own.Select(fault => $"{section}: {choice.Rule}: {fault}"));
            }
        }

        return rules;
    }
}
