using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
namespace AlphaFactory.Web.Api;

/// <summary>The strategies there are.</summary>
internal sealed class StrategyEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api)
    {
        var strategies = api.MapGroup("/strategies").WithTags("strategies");
        strategies.MapGet("", async (StrategyCatalog catalog, CancellationToken cancellationToken) =>
        {
            await catalog.RefreshAsync(cancellationToken);
            return catalog.All.Select(StrategyBody.Of);
        }).WithSummary("Every strategy with its parameters, those in code and the current versions of saved ones.");
        strategies.MapGet("/{id}", async (string id, StrategyCatalog catalog, CancellationToken cancellationToken) =>
        {
            await catalog.RefreshAsync(cancellationToken);
            return catalog.Find(id) is { } entry ? Results.Ok(StrategyBody.Of(entry)) : ProblemWords.Missing(catalog.Miss(id));
        }).Produces<StrategyBody>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One strategy; a saved one also in an old version, as id@version.");
    }
}

/// <summary>A strategy as the API and the verb show it.</summary>
public sealed record StrategyBody(string Id, string Name, string Logic, string Failure, IReadOnlyList<ParameterBody> Parameters, IReadOnlyList<PresetBody> Presets, int? Version, string? Rules)
{
    internal static StrategyBody Of(StrategyEntry entry) =>
        new(entry.Id, entry.Name, entry.Logic, entry.Failure, [.. entry.Parameters.Definitions.Select(ParameterBody.Of)], [.. entry.Presets.Select(preset => PresetBody.Of(entry, preset))],
            entry.Version, RuleStrategy.RulesOf(entry) is { } rules ? RuleText.Print(rules) : null);
}

/// <summary>Named values of a strategy's parameters, all of them as text.</summary>
public sealed record PresetBody(string Id, string Name, string Says, IReadOnlyDictionary<string, string> Parameters)
{
    internal static PresetBody Of(StrategyEntry entry, StrategyPreset preset) =>
        new(preset.Id, preset.Name, preset.Says, entry.Parameters.Format(preset.Parameters));
}

/// <summary>A parameter of a strategy.</summary>
public sealed record ParameterBody(string Name, string Kind, string Label, string Help, string? Unit, string Default, double? Minimum, double? Maximum, IReadOnlyList<string> Choices)
{
    internal static ParameterBody Of(ParameterDefinition parameter) =>
        new(parameter.Name, ChoiceText.Of(parameter.Kind), parameter.Label, parameter.Help, parameter.Unit, parameter.Default, parameter.Minimum, parameter.Maximum, parameter.Choices);
}
