using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Engine.Runs;

/// <summary>What is wrong with the rules a spec asks for, and the rules with everything spelled out. A fault begins with the key it is about.</summary>
internal static class RunRuleFaults
{
    public static void Find(RunSpec spec, List<string> faults)
    {
        if (spec.Sizing is { } sizing)
        {
            if (SizingRegistry.Shipped().Find(sizing.Rule) is not { } entry)
            {
                faults.Add($"sizing: {SizingRegistry.Shipped().Miss(sizing.Rule)}");
            }
            else
            {
                entry.Parameters.Parse(sizing.Parameters, out var own);
                faults.AddRange(own.Select(fault => Prefixed(RunRuleValues.Sizing, fault)));
                if (entry.About.NeedsStop && !spec.Exits.HasStop)
                {
                    faults.Add($"sizing is {entry.Id}, which needs a stop to size by. Add stop_pct, stop_atr, trailing_pct or trailing_atr, or size by another rule.");
                }
            }
        }

        foreach (var choice in spec.Risk)
        {
            if (RiskRegistry.Shipped().Find(choice.Rule) is not { } entry)
            {
                faults.Add($"risk: {RiskRegistry.Shipped().Miss(choice.Rule)}");
            }
            else if (entry.About.NeedsMarket)
            {
                faults.Add($"risk: {entry.Id} looks at a clock, a quote or a broker, which a backtest does not have. Leave it out here; a deployment can use it.");
            }
            else
            {
                entry.Parameters.Parse(choice.Parameters, out var own);
                faults.AddRange(own.Select(fault => Prefixed($"{RunRuleValues.Risk}{entry.Id}.", fault)));
            }
        }

        if (spec.Risk.GroupBy(choice => choice.Rule).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            faults.Add($"risk has the rule \"{twice.Key}\" twice. Leave one out.");
        }
    }

    /// <summary>The spec with every parameter of its rules spelled out, the risk rules in order; a fixed fraction is no rule of its own.</summary>
    public static RunSpec Resolve(RunSpec spec) => spec with
    {
        Sizing = spec.Sizing is null or { Rule: FixedFraction.Id } ? null : spec.Sizing with { Parameters = Spelled(SizingRegistry.Shipped().Find(spec.Sizing.Rule)!.Parameters, spec.Sizing) },
        Risk = [.. spec.Risk.OrderBy(choice => choice.Rule, StringComparer.Ordinal).Select(choice => choice with { Parameters = Spelled(RiskRegistry.Shipped().Find(choice.Rule)!.Parameters, choice) })],
    };

    private static IReadOnlyDictionary<string, string> Spelled<TRecord>(Core.Parameters.ParameterSchema<TRecord> schema, RuleChoice choice)
        where TRecord : class => schema.Format(schema.Parse(choice.Parameters, out _)!);

    /// <summary>Puts the section before the name a fault begins with, quoted or not.</summary>
    private static string Prefixed(string section, string fault) => fault.StartsWith('"') ? $"\"{section}{fault[1..]}" : section + fault;
}
