using System.Text.Json;
using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Web.Api;

/// <summary>What makes a deployment: a name, the run it is to trade as, and what is played.</summary>
public sealed record DeployRequestBody
{
    /// <summary>What people call it; the strategy and symbol unless given.</summary>
    public string? Name { get; init; }

    /// <summary>The keys of a run file: strategy, set, symbol, interval, capital and so on.</summary>
    public JsonElement Run { get; init; }

    /// <summary>A set of risk rules: trading, mission, breakers or none; trading unless the run names rules.</summary>
    public string? Risk { get; init; }

    /// <summary>Ids of protections that are on, with their default numbers.</summary>
    public IReadOnlyList<string>? Protections { get; init; }

    /// <summary>What is played and how fast: from, to, speed; the days of the run unless given.</summary>
    public ReplayFeed? Feed { get; init; }

    /// <summary>True starts it at once.</summary>
    public bool Start { get; init; }

    /// <summary>The deployment that is wanted.</summary>
    /// <exception cref="RunSpecException">The run cannot be read; every fault is listed.</exception>
    internal NewDeployment Read()
    {
        if (Run.ValueKind != JsonValueKind.Object)
        {
            throw new RunSpecException(["run is missing. Give it the keys of a run file: strategy, set, symbol and so on."]);
        }

        var spec = RunSpecYaml.Read(Run.GetRawText());
        string symbol = spec.Symbol;
        return new NewDeployment(Name ?? DefaultName(spec), TradingMode.Simulated, spec, symbol.Length == 0 ? [] : [symbol], RiskOf(Risk, spec), [.. (Protections ?? []).Select(id => new RuleChoice(id))])
        {
            Feed = Feed ?? new ReplayFeed { From = spec.From, To = spec.To },
        };
    }

    /// <summary>A name for one that was given none.</summary>
    internal static string DefaultName(RunSpec spec) => $"{spec.Strategy} on {spec.Symbol}";

    /// <summary>The rules a deployment begins with.</summary>
    /// <exception cref="RunSpecException">There is no such set.</exception>
    internal static IReadOnlyList<RuleChoice> RiskOf(string? set, RunSpec spec)
    {
        if (set is null && (spec.Risk.Count > 0 || !spec.Stated.LeaveOpen("risk")))
        {
            return spec.Risk;
        }

        if (set == "none")
        {
            return [];
        }

        RiskPreset[] known = [RiskPreset.Trading, .. RiskPreset.All];
        return known.FirstOrDefault(preset => preset.Id == (set ?? RiskPreset.Trading.Id)) is { } found
            ? [.. found.Rules.Select(rule => new RuleChoice(rule))]
            : throw new RunSpecException([$"risk is \"{set}\" but must be {string.Join(", ", known.Select(preset => preset.Id))} or none."]);
    }
}
